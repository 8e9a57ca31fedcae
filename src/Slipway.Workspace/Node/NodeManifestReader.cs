using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Node;

/// <summary>Reads a <c>package.json</c> as far as somebody relies on it; what is wrong there is a problem, never ignored.</summary>
internal sealed class NodeManifestReader
{
    private static readonly string[] Sorts = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

    private readonly ManifestFile _file;

    private NodeManifestReader(ManifestFile file) => _file = file;

    public static NodeManifest Read(string absolute, string path, YamlProblems problems)
    {
        var before = problems.Count;
        var file = new ManifestFile(path, problems);
        var manifest = file.Read(absolute) is { } root ? new NodeManifestReader(file).Read(root, path) : new() { Path = path };
        return problems.Count == before ? manifest : manifest with { Unreadable = problems[before].Message };
    }

    private NodeManifest Read(PlacedJson root, string path)
    {
        if (root.Kind != JsonTokenType.StartObject)
        {
            ReportType(root, "The file", "an object");
            return new() { Path = path };
        }
        var keys = Distinct(root);
        foreach (var map in Sorts.Append("scripts")) Texts(keys, map);
        Workspaces(keys.GetValueOrDefault("workspaces"));
        return new()
        {
            Path = path,
            Start = Start(keys.GetValueOrDefault("scripts")),
            Name = Name(keys.GetValueOrDefault("name")),
            Dependencies = Sorts.Select(sort => keys.GetValueOrDefault(sort)).OfType<PlacedJson>().SelectMany(map => map.Members)
                .Where(package => package.Value.Text?.Contains('\0', StringComparison.Ordinal) == false)
                .DistinctBy(package => package.Key)
                .ToImmutableSortedDictionary(package => package.Key, package => package.Value.Text!, StringComparer.Ordinal),
        };
    }

    private Dictionary<string, PlacedJson> Distinct(PlacedJson map)
    {
        var found = new Dictionary<string, PlacedJson>(StringComparer.Ordinal);
        foreach (var (key, offset, value) in map.Members)
        {
            if (!found.TryAdd(key, value))
                _file.Report(offset, YamlCodes.DuplicateKey, $"The key '{key}' is here for the second time; npm would silently take this one.", "keep one of them");
        }
        return found;
    }

    private void Texts(Dictionary<string, PlacedJson> keys, string key)
    {
        if (keys.GetValueOrDefault(key) is not { } map) return;
        if (map.Kind != JsonTokenType.StartObject) ReportType(map, $"'{key}'", "an object of texts");
        foreach (var (name, value) in Distinct(map))
        {
            if (value.Text is null) ReportType(value, $"'{name}' of '{key}'", "a text");
            else if (value.Text.Contains('\0', StringComparison.Ordinal))
                _file.Report(value.Offset, YamlCodes.NotAllowed, $"'{name}' of '{key}' holds the control character U+0000.", "remove it");
        }
    }

    private (string Text, YamlPlace Place)? Start(PlacedJson? scripts) =>
        scripts?.Members.FirstOrDefault(script => script.Key == "start").Value is { Text: { } text } value ? (text, _file.PlaceOf(value.Offset)) : null;

    // npm's list, or yarn's object that holds one.
    private void Workspaces(PlacedJson? value)
    {
        if (value is { Kind: JsonTokenType.StartObject }) value = Distinct(value).GetValueOrDefault("packages");
        if (value is null) return;
        if (value.Kind != JsonTokenType.StartArray) ReportType(value, "'workspaces'", "a list of folders");
        foreach (var item in value.Items.Where(item => item.Text is null)) ReportType(item, "an item of 'workspaces'", "a text");
    }

    private string? Name(PlacedJson? value)
    {
        if (value is null) return null;
        if (value.Text is null) ReportType(value, "'name'", "a text");
        else if (string.IsNullOrWhiteSpace(value.Text))
            _file.Report(value.Offset, YamlCodes.NotAllowed, "'name' must not be blank.", "write the package's name, or remove the key");
        return value.Text;
    }

    private void ReportType(PlacedJson value, string what, string wanted) => _file.Report(
        value.Offset, YamlCodes.WrongType, $"{char.ToUpperInvariant(what[0])}{what[1..]} must be {wanted}, but is {value.Named}.", $"write {wanted}");
}
