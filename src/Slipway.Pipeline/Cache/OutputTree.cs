using Slipway.Model.Problems;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Cache;

/// <summary>
/// Where outputs come from and are put back: a checkout and its folder of artifacts, which may lie elsewhere. Nothing is written through a
/// link, and nothing outside.
/// </summary>
/// <param name="Root">The platform's root, absolute.</param>
/// <param name="Artifacts">The folder whose files are named <c>artifacts/…</c>, absolute.</param>
internal sealed record OutputTree(string Root, string Artifacts)
{
    private const string ArtifactsName = "artifacts";

    /// <summary>What a build on this machine may have written into a file, and what does not mean anything elsewhere. Few files need it, so it is found when one does.</summary>
    public Lazy<MachinePaths> Machine { get; init; } = new(() => new(Root));

    public static OutputTree Of(RunContext run) => new(run.Platform.Root, run.Paths.Root);

    /// <summary>Where a file belongs.</summary>
    /// <param name="name">Checked before: relative, without <c>..</c>.</param>
    public string PathOf(string name) => name == ArtifactsName ? Artifacts
        : name.StartsWith($"{ArtifactsName}/", StringComparison.Ordinal) ? Path.Combine(Artifacts, name[(ArtifactsName.Length + 1)..])
        : Path.Combine(Root, name);

    /// <summary>The name of a file or folder below the artifacts.</summary>
    /// <param name="path">Absolute.</param>
    public string NameOfArtifact(string path) => $"{ArtifactsName}/{Path.GetRelativePath(Artifacts, path).Replace('\\', '/')}";

    /// <summary>What keeps a file from being put there, or null.</summary>
    public Problem? Obstacle(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = new DirectoryInfo(PathOf(path[..slash]));
            // A link that leads nowhere does not exist, and is a link all the same.
            if (folder.LinkTarget is not null) return Refused(path, $"{path[..slash]} is a symbolic link, and what lies behind it is not this platform's");
            if (File.Exists(folder.FullName)) return Refused(path, $"{path[..slash]} is a file, and would have to be a folder");
        }
        var target = new DirectoryInfo(PathOf(path));
        return target.Exists && target.LinkTarget is null ? Refused(path, "a folder has that name") : null;
    }

    /// <summary>Puts a file in place of whatever file was there: nothing is ever written into that one, which may be a second name of other content.</summary>
    public void Put(string temporary, string path)
    {
        var target = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(temporary, target, overwrite: true);
    }

    private static Problem Refused(string path, string why) => new()
    {
        Code = Codes.TargetRefused,
        Message = $"The cached output {path} cannot be put back: {why}. The stage runs instead.",
        File = path,
        Mend = "Remove what is in the way.",
    };
}
