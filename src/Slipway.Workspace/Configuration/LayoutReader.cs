using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Units;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads <c>layout</c>: for each kind a list of folder patterns, or of several patterns that together make a unit.</summary>
internal static class LayoutReader
{
    public static LayoutPlan Read(YamlMap layout)
    {
        var plan = new LayoutPlan
        {
            Entries = [.. Enum.GetValues<UnitKind>().SelectMany(kind => Entries(layout, kind))],
            Exclude = Exclusion.ReadAll(layout, "exclude"),
        };
        layout.RejectUnknownKeys();
        return plan;
    }

    private static IEnumerable<LayoutEntry> Entries(YamlMap layout, UnitKind kind)
    {
        var key = kind.Folder;
        if (!layout.Has(key)) return [LayoutEntry.Convention(kind)];
        return (layout.List(key)?.Items ?? []).Select(item => Entry(item, kind, key)).OfType<LayoutEntry>();
    }

    private static LayoutEntry? Entry(YamlNode item, UnitKind kind, string key)
    {
        ImmutableArray<LayoutFolder> folders;
        switch (item)
        {
            case YamlScalar scalar when scalar.AsString($"an item of '{key}'") is { } text:
                folders = Folder(scalar, text) is { } single ? [single] : [];
                break;
            case YamlMap map:
                folders = Gathered(map);
                break;
            case YamlScalar:
                return null;
            default:
                item.Report(
                    YamlCodes.WrongType,
                    $"An item of '{key}' must be a pattern or a map with 'folders', but is {item.Kind}.",
                    "write a pattern such as src/*.Api");
                return null;
        }
        return folders.IsEmpty ? null : new() { Kind = kind, Folders = folders, IsExplicit = true };
    }

    private static ImmutableArray<LayoutFolder> Gathered(YamlMap map)
    {
        if (map.RequiredList("folders") is { Items.IsEmpty: true } none)
            none.Report(
                YamlCodes.NotAllowed,
                "'folders' must not be empty: a unit is gathered from at least one folder.",
                "write a pattern such as src/{name}");
        var texts = map["folders"] is YamlList ? map.TextList("folders") : [];
        map.RejectUnknownKeys();
        var folders = texts.Select(text => Folder(text, text.Text)).OfType<LayoutFolder>().ToImmutableArray();
        foreach (var folder in folders.Where(folder => folders.Length > 1 && !folder.Pattern.HasName))
        {
            folder.Place!.Report(
                Codes.BadPattern,
                $"'{folder.Pattern.Text}' does not say which part of the folder is the unit's name, so it cannot be gathered with others.",
                "write {name} for that part");
        }
        return folders;
    }

    private static LayoutFolder? Folder(YamlNode node, string text)
    {
        if (!node.StaysInside(text)) return null;
        if (FolderPattern.TryParse(text, out var pattern, out var fault)) return new(pattern, node.Place);
        node.Report(
            Codes.BadPattern,
            $"The pattern '{text}' {fault}.",
            "write folders from the root, with *, ? or {name} within a part, or ** for any number of parts");
        return null;
    }
}
