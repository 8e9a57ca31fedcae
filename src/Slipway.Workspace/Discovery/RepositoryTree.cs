using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Workspace.Discovery;

/// <summary>The folders and the telling files of a repository, as forward-slashed paths from its root, ordinal order.</summary>
internal sealed record RepositoryTree
{
    public required string Root { get; init; }

    public required ImmutableArray<string> Folders { get; init; }

    public required ImmutableArray<string> DotNetProjects { get; init; }

    /// <summary>Every <c>package.json</c>.</summary>
    public required ImmutableArray<string> Manifests { get; init; }

    /// <summary>Every <c>unit.yaml</c>.</summary>
    public required ImmutableArray<string> UnitFiles { get; init; }

    /// <summary>Every file whose name is almost <c>unit.yaml</c>.</summary>
    public required ImmutableArray<string> Misnamed { get; init; }

    /// <summary>Every <c>platform.yaml</c> below the root: its folder is a platform within the platform and was not walked into.</summary>
    public required ImmutableArray<string> Platforms { get; init; }

    /// <summary>Links to folders, which are never walked into, and links to nowhere.</summary>
    public required ImmutableArray<string> Links { get; init; }

    /// <summary>What has the name of a file that would be read, and is none.</summary>
    public required ImmutableArray<Problem> Faults { get; init; }

    public string Absolute(string path) => Path.GetFullPath(path, Root);

    /// <summary>The path from the root, with forward slashes, wherever it leads.</summary>
    public string FromRoot(string absolute) => Path.GetRelativePath(Root, absolute).Replace('\\', '/');

    /// <summary>The path from the root, with forward slashes; null when it lies outside.</summary>
    public string? Relative(string absolute)
    {
        var path = FromRoot(absolute);
        return path == ".." || path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) ? null : path;
    }
}
