using System.Collections.Immutable;
using Slipway.Machine.Processes;

namespace Slipway.Build.Tests.Launching;

/// <summary>
/// A repository that holds the launchers and next to nothing, and a <c>dotnet</c> of paper: it "publishes" in no time, and as a host says
/// which arguments it was given.
/// </summary>
internal sealed class PaperRepository : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        case "$1" in
          --version) exit "${PAPER_VERSION:-0}" ;;
          publish)
            echo "publishing" >> "$PAPER_CALLS"
            [ -z "${PAPER_SLEEP-}" ] || sleep "$PAPER_SLEEP"
            [ -z "${PAPER_PUBLISH-}" ] || { echo "it does not compile"; exit "$PAPER_PUBLISH"; }
            while [ "$1" != --output ]; do shift; done
            mkdir -p "$2" && touch "$2/Build.dll" ;;
          *)
            shift
            for argument; do printf '<%s>\n' "$argument"; done
            exit "${PAPER_HOST:-0}" ;;
        esac
        """;

    // What build.sh calls before it looks for dotnet.
    private static readonly string[] _tools = ["bash", "dirname", "sed", "head"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-launching-");

    public PaperRepository()
    {
        foreach (var script in (string[])["build.sh", "build.ps1"]) File.Copy(Path.Combine(Checkout.Root, script), At(script));
        foreach (var file in (string[])["build/Program.cs", "build/obj/left.cs", "src/B/b.cs", "src/a/A.cs", "Directory.Build.props", "Directory.Packages.props", ".editorconfig"])
            Write(file, $"// {file}\n");
        Write("global.json", """{ "sdk": { "version": "10.0.401" } }""");
        Write("paper/dotnet", Dotnet);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(At("paper/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(At("bare"));
        foreach (var tool in _tools) File.CreateSymbolicLink(At($"bare/{tool}"), Executables.Find(tool)!);
    }

    public IEnumerable<string> Hosts => Directory.Exists(At("artifacts/host")) ? Directory.GetFileSystemEntries(At("artifacts/host")).Select(path => Path.GetFileName(path)) : [];

    public int Published => File.Exists(At("calls")) ? File.ReadAllLines(At("calls")).Length : 0;

    public string At(string path) => Path.Combine(_folder.FullName, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <param name="launcher"><c>build.sh</c>, or <c>build.ps1</c> as a file.</param>
    /// <param name="arguments">What a person types behind it.</param>
    /// <param name="variables">What the paper reads, as <c>PAPER_HOST</c>.</param>
    /// <param name="withDotnet">Whether <c>dotnet</c> is on the path.</param>
    public async Task<ProcessResult> RunAsync(
        string launcher, ImmutableArray<string> arguments, ImmutableDictionary<string, string?>? variables = null, bool withDotnet = true)
    {
        ImmutableArray<string> command = launcher == "build.sh"
            ? [Executables.Find("bash")!, At(launcher)]
            : [.. await PowerShellAsync(), "-NoProfile", "-File", At(launcher)];
        return await RunAsync([.. command, .. arguments], variables, withDotnet);
    }

    /// <summary>What is typed at a prompt of PowerShell, which reads it by its own rules.</summary>
    public async Task<ProcessResult> PromptAsync(string typed) =>
        await RunAsync([.. await PowerShellAsync(), "-NoProfile", "-Command", $"{typed}; exit $LASTEXITCODE"]);

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<ImmutableArray<string>> PowerShellAsync()
    {
        var command = await PowerShell.CommandAsync();
        Assert.SkipWhen(command.IsEmpty, "There is no PowerShell: pwsh is not on the path, and dotnet tool restore does not bring it.");
        return command;
    }

    private Task<ProcessResult> RunAsync(
        ImmutableArray<string> command, ImmutableDictionary<string, string?>? variables = null, bool withDotnet = true)
    {
        var path = withDotnet ? $"{At("paper")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}" : At("bare");
        var environment = (variables ?? ImmutableDictionary<string, string?>.Empty).SetItem("PATH", path).SetItem("PAPER_CALLS", At("calls"));
        var request = ProcessRequest.For(command[0], command[1..]) with { WorkingDirectory = _folder.FullName, Environment = environment };
        return new ProcessRunner().RunAsync(request, TestContext.Current.CancellationToken);
    }
}
