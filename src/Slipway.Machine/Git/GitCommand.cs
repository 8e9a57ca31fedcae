using System.Collections.Immutable;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Machine.Git;

/// <summary>Runs git in one folder, silent, in English, without taking its locks.</summary>
internal sealed class GitCommand(string folder, IProcessRunner runner)
{
    // A hook or a rebase sets these for its own repository; ours is told by the folder.
    private static readonly string[] _foreign =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_LITERAL_PATHSPECS"];

    private static readonly ImmutableDictionary<string, string?> _environment = _foreign
        .ToImmutableDictionary(name => name, _ => (string?)null)
        .SetItem("GIT_TERMINAL_PROMPT", "0")
        .SetItem("GIT_OPTIONAL_LOCKS", "0")
        .SetItem("LC_ALL", "C")
        .SetItem("LANGUAGE", null);

    /// <summary>Runs git; an exit code that is not listed is a failure.</summary>
    public async Task<ProcessResult> RunAsync(
        ImmutableArray<string> arguments, CancellationToken cancellationToken, string? input = null, params ImmutableArray<int> alsoGood)
    {
        var result = await runner.RunAsync(
            new ProcessRequest
            {
                FileName = "git",
                // A file system monitor would be a daemon, and die with each command.
                Arguments = ["-c", "core.fsmonitor=false", .. arguments],
                WorkingDirectory = folder,
                Environment = _environment,
                StandardInput = input,
                TimeLimit = TimeSpan.FromMinutes(2),
                OutputLimit = 512_000_000,
            },
            cancellationToken).ConfigureAwait(false);
        if (result.Error.Contains("dubious ownership", StringComparison.Ordinal)) throw NotTrusted(result);
        return alsoGood.Contains(result.ExitCode) ? result : result.OrFail($"git {arguments.First(word => !word.StartsWith('-'))}", Codes.GitFailed);
    }

    private BadInputException NotTrusted(ProcessResult result) => new(new Problem
    {
        Code = Codes.GitOwnership,
        Message = $"Git refuses to read {folder}, because its owner is not the user who runs this: {result.Error.Trim().Split('\n')[0]}",
        Mend = $"run as the folder's owner, or trust it: git config --global --add safe.directory {folder}",
        File = folder,
    });
}
