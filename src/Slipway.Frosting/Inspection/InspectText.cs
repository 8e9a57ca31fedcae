using System.Globalization;
using Slipway.Artifacts.Inspection;
using Slipway.Frosting.Output;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Frosting.Inspection;

/// <summary>A release, and what differs from another, as a person reads it.</summary>
internal static class InspectText
{
    private const int MostLines = 20;

    /// <param name="release">The release.</param>
    /// <param name="earlier">What it is compared with; null for nothing.</param>
    public static IEnumerable<string> Lines(InspectedRelease release, InspectedRelease? earlier) =>
        Told(release).Concat(earlier is null ? [] : Told(earlier, release)).Select(Printable.Of);

    private static IEnumerable<string> Told(InspectedRelease release)
    {
        var (content, origin) = (release.Verdict.Manifest!.Content, release.Verdict.Manifest.Origin);
        if (!release.Verdict.Passed) yield return "NOT TO BE BELIEVED: what follows is what the release says of itself.";
        yield return release.Verdict.Summary;
        yield return $"  digest   {release.Verdict.Digest}";
        yield return $"  from     {(origin.Commit is { } commit ? commit[..12] : "no commit")}{(origin.Dirty ? ", with changes that were not committed" : "")}, built by {origin.Builder}";
        foreach (var (part, path) in content.Parts) yield return $"  {part,-8} {path}  {Size(content, path)}";
        if (release.Packages.Length > 0) yield return $"  packages {release.Packages.Length}, under {string.Join(", ", Licenses(release))}";
        var width = release.Verdict.Attestations.Select(attestation => attestation.Name.Text.Length).DefaultIfEmpty().Max();
        foreach (var attestation in release.Verdict.Attestations)
            yield return $"  {attestation.Name.Text.PadRight(width)}  {VerdictText.Says(attestation)}; key {attestation.Key.Key.Id}";
        foreach (var statement in release.Statements.Where(statement => statement.Doubt is not null)) yield return $"  {statement.File}  not believed: {statement.Doubt}";
    }

    private static IEnumerable<string> Told(InspectedRelease before, InspectedRelease release)
    {
        var (earlier, difference) = (before.Verdict.Manifest!, ReleaseDifference.Between(before, release));
        if (!before.Verdict.Passed) yield return $"The other one is not to be believed: {before.Verdict.Summary}.";
        yield return difference.IsEmpty ? $"Nothing differs from {earlier.Origin.Version}" : $"Against {earlier.Origin.Version}:";
        var files = difference.Files;
        foreach (var line in Some(files.Added.Select(path => $"file added     {path}"))) yield return line;
        foreach (var line in Some(files.Removed.Select(path => $"file removed   {path}"))) yield return line;
        foreach (var line in Some(files.Changed.Select(path => $"file changed   {path}"))) yield return line;
        foreach (var line in Some(difference.Packages.Select(package => $"package        {Change(package)}"))) yield return line;
        foreach (var line in Some(difference.Statements.Select(statement => $"statement      {Change(statement)}"))) yield return line;
    }

    private static IEnumerable<string> Some(IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        return all.Length <= MostLines
            ? all.Select(line => $"  {line}")
            : all.Take(MostLines).Append($"… and {all.Length - MostLines} more").Select(line => $"  {line}");
    }

    private static string Change((string Name, string? Before, string? After) change) => change switch
    {
        (var name, null, var now) => $"{name}  new: {now}",
        (var name, var was, null) => $"{name}  gone: {was}",
        var (name, was, now) => $"{name}  {was} → {now}",
    };

    private static IEnumerable<string> Licenses(InspectedRelease release) => release.Packages
        .GroupBy(package => package.License ?? "no licence told", StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{group.Key} ({group.Count()})");

    private static string Size(ReleaseContent content, string part)
    {
        var files = content.Files.Where(file => file.Path == part || file.Path.StartsWith(part.TrimEnd('/') + "/", StringComparison.Ordinal)).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{files.Length} {(files.Length == 1 ? "file" : "files")}, {files.Sum(file => file.Size) / 1e6:0.0} MB");
    }
}
