using System.Collections.Immutable;
using Slipway.Machine.Processes;

namespace Slipway.Benchmarks.Platforms;

/// <summary>Writes a synthetic platform and commits it. The commit too is the same for the same number of services.</summary>
internal static class PlatformWriter
{
    private const string When = "2026-01-01T00:00:00Z";

    // The caller's own settings (hooks, signing, line ends) must not get in.
    private static readonly ImmutableDictionary<string, string?> _environment = ImmutableDictionary<string, string?>.Empty
        .Add("GIT_CONFIG_GLOBAL", "/dev/null").Add("GIT_CONFIG_SYSTEM", "/dev/null")
        .Add("GIT_AUTHOR_NAME", "Slipway").Add("GIT_AUTHOR_EMAIL", "slipway@example.com").Add("GIT_AUTHOR_DATE", When)
        .Add("GIT_COMMITTER_NAME", "Slipway").Add("GIT_COMMITTER_EMAIL", "slipway@example.com").Add("GIT_COMMITTER_DATE", When);

    /// <returns>The commit.</returns>
    public static async Task<string> WriteAsync(SyntheticPlatform platform, string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new InvalidOperationException($"'{folder}' is not empty, and nothing is overwritten: name a folder that does not exist.");
        foreach (var (path, text) in platform.Files())
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text.ReplaceLineEndings("\n"));
        }
        await GitAsync(folder, "init", "--quiet", "--initial-branch=main");
        await GitAsync(folder, "add", "--all");
        await GitAsync(folder, "commit", "--quiet", "--message", $"A synthetic platform of {platform.Services} services");
        return (await GitAsync(folder, "rev-parse", "HEAD")).Trim();
    }

    public static async Task<string> GitAsync(string folder, params ImmutableArray<string> arguments)
    {
        var request = ProcessRequest.For("git", arguments) with { WorkingDirectory = folder, Environment = _environment };
        var result = await new ProcessRunner().RunAsync(request);
        return result.OrFail($"git {arguments[0]}").Output;
    }
}
