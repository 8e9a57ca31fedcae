using System.Diagnostics;
using Slipway.Machine.Processes;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Restore;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Versions;

namespace Slipway.Pipeline.Tests.Stages.Restore;

/// <summary>A platform in a folder of its own whose units keep lock files, and tools that write what the test says. Gone when disposed.</summary>
internal sealed class LockPlatform : IDisposable, IProcessRunner
{
    private readonly List<Unit> _units = [];

    public string Root { get; } = Directory.CreateTempSubdirectory("lock-tests-").FullName;

    /// <summary>What <c>dotnet</c> and <c>npm</c> do when they are called; the answer is their exit code. Git is the real one.</summary>
    public Func<ProcessRequest, int> Tool { get; set; } = request => throw new InvalidOperationException($"nobody should call {request.CommandLine}");

    /// <summary>Calls of tools, as in <c>dotnet restore</c>.</summary>
    public List<ProcessRequest> Calls { get; } = [];

    /// <summary>What the user was told.</summary>
    public List<string> Said { get; } = [];

    public LockPlatform Service(string name)
    {
        var project = new Project
        {
            Path = $"services/{name}/{name}.csproj", Toolchain = Toolchain.DotNet, Role = ProjectRole.Entry, Name = name,
            LockFile = $"services/{name}/packages.lock.json",
        };
        _units.Add(new() { Id = new(UnitKind.Service, UnitName.Parse(name)), Toolchain = Toolchain.DotNet, Root = $"services/{name}", Folders = [$"services/{name}"], Projects = [project] });
        return Write(project.Path, "<Project />");
    }

    public LockPlatform App(string name)
    {
        _units.Add(Harbour.Unit(name));
        return Write($"apps/{name}/package.json", "{}");
    }

    public LockPlatform Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(Root, path))!);
        File.WriteAllText(Path.Join(Root, path), content);
        return this;
    }

    public string? Read(string path) => File.Exists(Path.Join(Root, path)) ? File.ReadAllText(Path.Join(Root, path)) : null;

    public LockPlatform Commit()
    {
        Git("init", "-q", "-b", "main");
        Git("add", "-A");
        Git("-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "Everything");
        return this;
    }

    public async Task<bool> SettleAsync(LockFileOrder? order = null, string builder = "local")
    {
        var cancel = TestContext.Current.CancellationToken;
        var platform = new Platform { Name = "harbour", Root = Root, Units = [.. _units] };
        var inputs = await UnitFingerprints.ReadAsync(platform, cancel: cancel);
        var run = new RunContext
        {
            Platform = platform, Invocation = Guid.Empty, Paths = new(Path.Join(Root, "artifacts")), Processes = this, Time = TimeProvider.System,
            Builder = builder, Inputs = inputs, Versions = await UnitVersions.ReadAsync(platform, inputs, cancel), Resources = new(),
        };
        return await LockFiles.SettleAsync(run, order ?? new(), Said.Add, cancel);
    }

    public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default)
    {
        if (request.FileName == "git") return new ProcessRunner().RunAsync(request, cancellationToken);
        Calls.Add(request);
        return Task.FromResult(new ProcessResult
        {
            CommandLine = request.CommandLine, ExitCode = Tool(request), Output = "", Error = "", Tail = "the last words of the tool", Duration = TimeSpan.Zero,
        });
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
