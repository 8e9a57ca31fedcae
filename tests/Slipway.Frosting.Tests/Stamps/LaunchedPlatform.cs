using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Slipway.Frosting.Tests.Harness;
using Slipway.Machine.Processes;

namespace Slipway.Frosting.Tests.Stamps;

/// <summary>
/// A platform in a git repository of its own, with the launcher that every platform has. The <c>dotnet</c> in front of it compiles nothing: as
/// the host it runs the sample, and counts its calls.
/// </summary>
internal sealed class LaunchedPlatform : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        case "$1" in
          --version) ;;
          publish)
            while [ "$1" != --output ]; do shift; done
            mkdir -p "$2" && touch "$2/Build.dll" && cp "$SAMPLE_FOLDER"/unchanged.sh "$SAMPLE_FOLDER"/affected.sh "$2/" ;;
          *)
            shift
            echo started >> "$HOST_CALLS"
            exec "$SAMPLE_FOLDER/Slipway.Frosting.Sample" "$@" ;;
        esac
        """;

    private readonly DirectoryInfo _beside = Directory.CreateTempSubdirectory("frosting-tests-launched-");

    public LaunchedPlatform(string launcher = "templates/platform/build.sh")
    {
        Platform = new TestPlatform("shop", "till");
        File.Copy(Path.Join(Checkout, launcher), At("build.sh"));
        Write("platform.yaml", "name: harbour\nvariables: [HARBOUR_TIDE, LC_ALL]\n");
        Write(".gitignore", "artifacts/\n*.user\n");
        Write("global.json", """{ "sdk": { "version": "10.0.401" } }""");
        Write("nuget.config", "<configuration />\n");
        foreach (var path in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"]) Write(path, "<Project />\n");
        foreach (var path in (string[])["build/Program.cs", "src/Own.cs", ".editorconfig"]) Write(path, "\n");
        Write("apps/shop/src/shop.ts", "export const shop = 1;\n");
        WriteBeside("bin/dotnet", Dotnet);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Beside("bin/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public TestPlatform Platform { get; }

    /// <summary>Where an SDK is, for a project that has to be evaluated: the dotnet on the path is none.</summary>
    public static ImmutableDictionary<string, string?> Sdk { get; } =
        ImmutableDictionary<string, string?>.Empty.Add("DOTNET_ROOT", Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));

    private static string Checkout
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Join(folder, "Build.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no Build.sln above the tests.");
            return folder;
        }
    }

    private string Calls => Beside("calls");

    public string At(string path) => Path.Join(Platform.Root, path);

    public void Write(string path, string text) => Platform.Write(path, text);

    /// <summary>Writes a .NET project of a unit of its own, which the sample's stages glance at.</summary>
    public void WriteDeck(string body) => Write("packages/deck/Deck.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{body}</Project>
        """);

    /// <summary>A path outside of the repository: programs in <c>bin</c>, keys in <c>data</c>.</summary>
    public string Beside(string path) => Path.Join(_beside.FullName, path);

    public void WriteBeside(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Beside(path))!);
        File.WriteAllText(Beside(path), text);
    }

    public async Task GitAsync(params string[] arguments)
    {
        var git = await new ProcessRunner().RunAsync(
            ProcessRequest.For("git", ["-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false", .. arguments]) with { WorkingDirectory = Platform.Root },
            TestContext.Current.CancellationToken);
        Assert.True(git.Succeeded, git.Tail);
    }

    /// <summary>Runs a line of bash at the platform's root.</summary>
    public Task ShellAsync(string line) => BashAsync(["-euc", $"export GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@t GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@t; {line}"], ImmutableDictionary<string, string?>.Empty);

    public async Task CommitAsync()
    {
        await GitAsync("add", "-A");
        await GitAsync("commit", "-q", "-m", "Everything");
    }

    /// <summary>Runs until the launcher alone answers, and fails where it never does.</summary>
    public Task StampAsync(params string[] arguments) => StampAsync(arguments, ImmutableDictionary<string, string?>.Empty);

    public async Task StampAsync(string[] arguments, ImmutableDictionary<string, string?> variables)
    {
        var output = "";
        for (var run = 0; run < 4; run++)
        {
            (var spared, output) = await RunAsync(arguments, variables);
            if (spared) return;
        }
        Assert.Fail($"The host is started every time:\n{output}");
    }

    /// <summary>One call of <c>build.sh</c>, and whether it was answered without a host.</summary>
    public Task<(bool Spared, string Output)> RunAsync(params string[] arguments) => RunAsync(arguments, ImmutableDictionary<string, string?>.Empty);

    public async Task<(bool Spared, string Output)> RunAsync(string[] arguments, ImmutableDictionary<string, string?> variables)
    {
        File.Delete(Calls);
        var result = await BashAsync([At("build.sh"), .. arguments], variables);
        return (!File.Exists(Calls), result.Output);
    }

    /// <summary>One call of <c>build.sh</c> that ends with another exit code than 0.</summary>
    public async Task<ProcessResult> FailAsync(params string[] arguments)
    {
        var result = await StartAsync([At("build.sh"), .. arguments], ImmutableDictionary<string, string?>.Empty);
        Assert.False(result.Succeeded, result.Tail);
        return result;
    }

    /// <summary>The digest of the state that the one watch list names, as the launcher makes it.</summary>
    public async Task<string> StateAsync(ImmutableDictionary<string, string?> variables)
    {
        var state = await LookAsync(variables);
        Assert.Matches("^[0-9a-f]{64}\n$", state);
        return state;
    }

    public async Task<bool> HasStateAsync() => (await LookAsync(ImmutableDictionary<string, string?>.Empty)).Length > 0;

    private async Task<string> LookAsync(ImmutableDictionary<string, string?> variables) =>
        (await BashAsync([Path.Join(AppContext.BaseDirectory, "unchanged.sh"), Assert.Single(Directory.GetFiles(At("artifacts/stamps"), "*.watch"))], variables)).Output;

    public void Dispose()
    {
        Platform.Dispose();
        _beside.Delete(recursive: true);
    }

    private async Task<ProcessResult> BashAsync(ImmutableArray<string> words, ImmutableDictionary<string, string?> variables)
    {
        var result = await StartAsync(words, variables);
        Assert.True(result.Succeeded, result.Tail);
        return result;
    }

    private async Task<ProcessResult> StartAsync(ImmutableArray<string> words, ImmutableDictionary<string, string?> variables)
    {
        var request = ProcessRequest.For("bash", words) with { WorkingDirectory = Platform.Root };
        foreach (var name in (string[])["SLIPWAY_ROOT", "SLIPWAY_WATCH", "SLIPWAY_STATE", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "CI"]) request = request.With(name, null);
        request = request
            .With("PATH", $"{Beside("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}")
            .With("HOST_CALLS", Calls).With("SAMPLE_FOLDER", AppContext.BaseDirectory)
            .With("XDG_DATA_HOME", Beside("data")).With("SLIPWAY_CACHE", Platform.Cache);
        return await new ProcessRunner().RunAsync(
            request with { Environment = request.Environment.SetItems(variables) }, TestContext.Current.CancellationToken);
    }
}
