using System.Collections.Immutable;
using Slipway.Machine.Processes;

namespace Slipway.Acceptance.Tests.Harness;

/// <summary>Calls <c>./build.sh</c> of this repository.</summary>
internal static class Launcher
{
    // Long enough for a machine that does much else; a run that hangs still ends.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(20);

    public static string Script { get; } = Path.Combine(Repository.Root, "build.sh");

    /// <summary>Where development keys are made and verdicts are kept: nobody's own folder.</summary>
    public static DirectoryInfo Keys { get; } = Directory.CreateTempSubdirectory("slipway-acceptance-keys-");

    /// <summary>Neither a server of continuous integration nor somebody's keys have a say.</summary>
    public static ImmutableDictionary<string, string?> Environment { get; } = ImmutableDictionary<string, string?>.Empty
        .Add("XDG_DATA_HOME", Keys.FullName)
        .Add("SLIPWAY_CACHE", Path.Combine(Keys.FullName, "cache"))
        .Add("SLIPWAY_REMOTE_CACHE", null)
        .Add("SLIPWAY_SIGNING_KEY", null)
        .Add("CI", null)
        .Add("GITHUB_ACTIONS", null)
        .Add("GITLAB_CI", null)
        .Add("TF_BUILD", null);

    public static Task<Run> RunAsync(params string[] arguments) => RunAsync(Environment, arguments);

    public static Task<Run> RunAsync(ImmutableDictionary<string, string?> environment, params string[] arguments) => CallAsync(Script, environment, arguments);

    /// <summary>Calls another program as the launcher is called, a host say.</summary>
    public static async Task<Run> CallAsync(string program, ImmutableDictionary<string, string?> environment, params string[] arguments)
    {
        var request = new ProcessRequest
        {
            FileName = program,
            Arguments = [.. arguments],
            WorkingDirectory = Repository.Root,
            Environment = environment,
            TimeLimit = TimeLimit,
        };
        var result = await new ProcessRunner().RunAsync(request, TestContext.Current.CancellationToken);
        return new Run(result.ExitCode, result.Output.ReplaceLineEndings("\n"), result.Error.ReplaceLineEndings("\n"));
    }
}
