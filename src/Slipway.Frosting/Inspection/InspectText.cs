using System.Collections.Immutable;
using System.Globalization;
using Slipway.Artifacts.Inspection;
using Slipway.Model.Releases;

namespace Slipway.Frosting.Inspection;

/// <summary>A release, and what differs from another, as a person reads it.</summary>
internal static class InspectText
{
    private const int MostPaths = 20;

    public static IEnumerable<string> Lines(InspectedRelease release)
    {
        var (content, origin) = (release.Verdict.Manifest!.Content, release.Verdict.Manifest.Origin);
        yield return release.Verdict.Summary;
        yield return $"  digest   {release.Verdict.Digest}";
        yield return $"  from     {(origin.Commit is { } commit ? commit[..12] : "no commit")}{(origin.Dirty ? ", with changes that were not committed" : "")}, built by {origin.Builder}";
        foreach (var (part, path) in content.Parts) yield return $"  {part,-8} {path}  {Size(content, path)}";
        foreach (var statement in release.Statements) yield return $"  {statement.File}  {Told(statement)}";
        foreach (var problem in release.Verdict.Problems) yield return $"  {problem.Code}: {problem.Message}";
    }

    public static IEnumerable<string> Lines(ReleaseManifest earlier, ContentDifference difference)
    {
        yield return difference.IsEmpty ? $"No file differs from {earlier.Origin.Version}" : $"Against {earlier.Origin.Version}:";
        foreach (var line in Paths("added", difference.Added).Concat(Paths("removed", difference.Removed)).Concat(Paths("changed", difference.Changed))) yield return line;
    }

    private static IEnumerable<string> Paths(string what, ImmutableArray<string> paths)
    {
        foreach (var path in paths.Take(MostPaths)) yield return $"  {what,-8} {path}";
        if (paths.Length > MostPaths) yield return $"  {what,-8} and {paths.Length - MostPaths} more";
    }

    private static string Told(InspectedStatement statement) =>
        statement.Doubt is { } doubt ? $"not believed: {doubt}" : $"{statement.PredicateType}, signed by {statement.KeyId}";

    private static string Size(ReleaseContent content, string part)
    {
        var files = content.Files.Where(file => file.Path == part || file.Path.StartsWith(part.TrimEnd('/') + "/", StringComparison.Ordinal)).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{files.Length} {(files.Length == 1 ? "file" : "files")}, {files.Sum(file => file.Size) / 1e6:0.0} MB");
    }
}
