using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Evidence.Json;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Releases;
using Slipway.Model.Units;

namespace Slipway.Evidence.Releases;

/// <summary>Reads <c>release.json</c> and believes nothing: exact keys, exact grammar, safe paths, and the one form of the bytes.</summary>
public static partial class ReleaseManifestReader
{
    private const string Mend = "Package the unit again; release.json is never edited by hand.";
    private const long LargestSize = (1L << 53) - 1;

    /// <param name="bytes">The whole file.</param>
    /// <param name="file">The name that problems carry.</param>
    public static Reading<ReleaseManifest> Read(ReadOnlyMemory<byte> bytes, string file = ReleasePath.Manifest)
    {
        var json = new StrictJson(file, Codes.ManifestShape, Mend);
        var reading = json.Read(bytes, Codes.ManifestUnreadable, root => Manifest(json, root));
        return reading.Match(
            manifest => bytes.Span.SequenceEqual(ReleaseManifestWriter.Write(manifest))
                ? reading
                : Reading<ReleaseManifest>.Reject(new Problem
                {
                    Code = Codes.ManifestForm,
                    Message = $"{file} says the right things in another form than Slipway writes: order, spaces or spelling were changed.",
                    File = file,
                    Mend = Mend,
                }),
            _ => reading);
    }

    private static ReleaseManifest? Manifest(StrictJson json, JsonElement root)
    {
        if (json.Members(root, "the manifest", ["content", "origin"]) is not { } members) return null;
        var content = Content(json, members["content"]);
        var origin = Origin(json, members["origin"]);
        return content is null || origin is null ? null : new() { Content = content, Origin = origin };
    }

    private static ReleaseContent? Content(StrictJson json, JsonElement element)
    {
        if (json.Members(element, "content", ["unit", "parts", "files"]) is not { } members) return null;
        var unit = Unit(json, members["unit"]);
        var items = json.Items(members["files"], "content.files");
        var files = items
            .Select((item, index) => File(json, item, $"content.files[{index}]"))
            .OfType<ReleaseFile>()
            .ToImmutableArray();
        foreach (var (first, second) in ReleasePath.Clashes(files.Select(file => file.Path)))
            json.Report($"content.files has '{first}' and '{second}', which are one file where case does not count.", Codes.PathClash);
        var parts = Parts(json, members["parts"], files, files.Length == items.Count);
        return unit is { } id && parts is not null ? new() { Unit = id, Parts = parts, Files = files } : null;
    }

    private static UnitId? Unit(StrictJson json, JsonElement element)
    {
        if (json.Text(element, "content.unit") is not { } text) return null;
        if (UnitIdText.Find(text) is { } unit) return unit;
        json.Report($"content.unit is '{text}', which is no unit; expected services/, apps/ or packages/ and a name.", Codes.ManifestValue);
        return null;
    }

    private static ImmutableSortedDictionary<string, string>? Parts(
        StrictJson json, JsonElement element, ImmutableArray<ReleaseFile> files, bool complete)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            json.Report("content.parts must be an object.");
            return null;
        }
        var parts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var part in element.EnumerateObject())
        {
            var where = $"content.parts.{part.Name}";
            if (json.Text(part.Value, where) is not { } path) continue;
            if (!PartName.IsMatch(part.Name))
                json.Report($"{where} has no name for a part; expected lower-case letters and hyphens.", Codes.ManifestValue);
            if (ReleasePath.Fault(path) is { } fault) json.Report($"{where}: the path '{path}' {fault}.", Codes.UnsafePath);
            else if (complete && !files.Any(file => file.Path == path || file.Path.StartsWith(path + "/", StringComparison.Ordinal)))
                json.Report($"{where} is '{path}', where no file of the release lies.", Codes.ManifestValue);
            parts.Add(part.Name, path);
        }
        return parts.ToImmutable();
    }

    private static ReleaseFile? File(StrictJson json, JsonElement element, string where)
    {
        if (json.Members(element, where, ["path", "digest", "size"]) is not { } members) return null;
        var path = json.Text(members["path"], where + ".path");
        if (path is not null && ReleasePath.Fault(path) is { } fault)
            json.Report($"{where}.path: the path '{path}' {fault}.", Codes.UnsafePath);
        var text = json.Text(members["digest"], where + ".digest");
        if (!Digest.TryParse(text, out var digest) && text is not null)
            json.Report($"{where}.digest is '{text}'; expected sha256: and 64 lower-case hexadecimal digits.", Codes.ManifestValue);
        var size = -1L;
        if (members["size"].ValueKind is not JsonValueKind.Number || !members["size"].TryGetInt64(out size) || size is < 0 or > LargestSize)
            json.Report($"{where}.size must be a whole number of bytes.", Codes.ManifestValue);
        return path is null || digest is null || size < 0 ? null : new(path, digest, Math.Min(size, LargestSize));
    }

    private static ReleaseOrigin? Origin(StrictJson json, JsonElement element)
    {
        if (json.Members(element, "origin", ["dirty", "version", "invocation", "builder"], "commit") is not { } members) return null;
        var dirty = json.Truth(members["dirty"], "origin.dirty");
        var version = Matching(json, members["version"], "origin.version", ReleaseVersion.IsValid, ReleaseVersion.Grammar);
        var builder = Matching(json, members["builder"], "origin.builder", text => text is "local" or "ci", "local or ci");
        var commit = members.TryGetValue("commit", out var given)
            ? Matching(json, given, "origin.commit", Commit.IsMatch, "40 lower-case hexadecimal digits")
            : null;
        var text = json.Text(members["invocation"], "origin.invocation");
        if (!Guid.TryParseExact(text, "D", out var invocation) && text is not null)
            json.Report($"origin.invocation is '{text}', which is no UUID.", Codes.ManifestValue);
        return dirty is { } isDirty && version is not null && builder is not null
            ? new() { Commit = commit, Dirty = isDirty, Version = version, Invocation = invocation, Builder = builder }
            : null;
    }

    private static string? Matching(StrictJson json, JsonElement element, string path, Func<string, bool> isValid, string expected)
    {
        if (json.Text(element, path) is not { } text) return null;
        if (isValid(text)) return text;
        json.Report($"{path} is '{text}'; expected {expected}.", Codes.ManifestValue);
        return null;
    }

    [GeneratedRegex(@"\A[a-z][a-z-]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PartName { get; }

    [GeneratedRegex(@"\A[0-9a-f]{40}([0-9a-f]{24})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Commit { get; }
}
