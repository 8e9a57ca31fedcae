using System.Collections.Immutable;
using Slipway.Evidence.Releases;
using Slipway.Model.Releases;

namespace Slipway.Evidence.Statements;

/// <summary>What every statement of a release is about: the release digest, and the image or artifact of the same content.</summary>
public static class ReleaseSubjects
{
    private static readonly string[] Oci = ["image", "artifact"];

    /// <summary>The release digest under the unit's name, then the digest of the image's or artifact's manifest, where the release has one.</summary>
    public static ImmutableArray<Subject> Of(ReleaseContent content)
    {
        var release = Subject.Of(content.Unit.ToString(), ReleaseManifestWriter.DigestOf(content));
        var manifest = Oci.Select(part => content.Parts.GetValueOrDefault(part)).FirstOrDefault(path => path is not null);
        return content.Files.FirstOrDefault(file => file.Path == manifest) is { } file
            ? [release, Subject.Of($"oci:{content.Unit.Name.Lower}", file.Digest)]
            : [release];
    }

    /// <summary>The source of a release, which a gate's statement is about too; null for one that no commit tells.</summary>
    /// <param name="origin">Of the release.</param>
    /// <param name="gitTree">The tree of the origin's commit, where it is known.</param>
    public static Subject? SourceOf(ReleaseOrigin origin, string? gitTree)
    {
        if (origin.Commit is null || origin.Dirty) return null;
        var digests = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("gitCommit", origin.Commit);
        return new("source", gitTree is null ? digests : digests.Add("gitTree", gitTree));
    }
}
