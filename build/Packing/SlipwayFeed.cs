using System.Collections.Immutable;
using Slipway.Machine.Git;
using Slipway.Machine.Processes;
using Slipway.Model;

namespace Slipway.Build.Packing;

/// <summary>
/// The folder feed that the reference platform restores from: what is tested there is what users get. Versioned by content, because
/// one version must never name two contents: a locked restore would pass silently with the old assembly.
/// </summary>
internal static class SlipwayFeed
{
    private const string NextVersion = "0.1.0";
    private static readonly string[] Inputs = ["src", "build/Packing", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"];

    public static string Folder { get; } = Path.Combine(Repository.Artifacts, "feed");

    public static async Task<ImmutableDictionary<string, string?>> EnvironmentAsync(CancellationToken cancellationToken) =>
        ImmutableDictionary<string, string?>.Empty
            .Add("SlipwayVersion", await VersionAsync(cancellationToken))
            .Add("SLIPWAY_FEED", Folder);

    /// <summary><c>0.1.0-dev.g</c> and 12 hexadecimal digits over everything that goes into the packages.</summary>
    public static async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        var repository = await GitRepository.FindAsync(Repository.Root, new ProcessRunner(), cancellationToken)
            ?? throw new InvalidOperationException($"{Repository.Root} is no git work tree; the packages' version is made from git's index.");
        var files = await repository.ListFilesAsync(Inputs, cancellationToken);
        return $"{NextVersion}-dev.g{Digest.Of(string.Join('\n', files.Select(file => $"{file.ContentId} {file.Path}"))).Short}";
    }
}
