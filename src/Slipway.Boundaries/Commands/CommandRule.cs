using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Commands;

/// <summary>Scripts, recipes of images, feeds and workspaces that take files of another unit: a copy before the build leaves nothing that a compiler could see.</summary>
internal sealed class CommandRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        foreach (var file in CommandFiles.Of(unit))
        {
            if (unit.Text(file.Path) is { } text)
                foreach (var finding in Check(unit, file, text, CommandWords.In(text))) yield return finding;
        }
        foreach (var file in unit.Files.Where(file => !file.IsLink && file.Name == "package.json"))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            var words = CommandFiles.OfManifest(text).SelectMany(script => CommandWords.In(script.Command).Select(word => word with { Offset = script.Offset }));
            foreach (var finding in Check(unit, file, text, words)) yield return finding;
        }
    }

    // Once for each file and each unit that it reaches into.
    private static IEnumerable<Finding> Check(UnitInventory unit, ListedFile file, string text, IEnumerable<CommandWord> words)
    {
        var told = new HashSet<UnitId>();
        foreach (var (word, offset) in words)
        {
            if (Foreign(unit, file, word) is not var (owner, path) || !told.Add(owner.Id)) continue;
            var (line, column) = TextPlace.Of(text, offset);
            yield return Found.At(
                RuleIds.ForeignFile, file.Path, line, column, $"'{unit.Unit.Id}' takes '{path}' of '{owner.Id}' by a command",
                owner.Kind == UnitKind.Package ? $"Ask the owners of '{owner.Name}' for its visibility." : "Move the file into a package, which both may use.");
        }
    }

    // Nobody knows where a command will run: beside its file, in the unit, in one of its projects, or in the root.
    private static (Unit Owner, string Path)? Foreign(UnitInventory unit, ListedFile file, string word)
    {
        if (word.StartsWith("//", StringComparison.Ordinal)) return null;
        var root = unit.Map.Platform.Root + "/";
        if (word.StartsWith(root, StringComparison.Ordinal)) word = word[root.Length..];
        var folders = unit.Unit.Projects.Select(project => project.Folder).Prepend(unit.Unit.Root).Prepend(file.Folder).Append("").Distinct(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            if (RepositoryPath.Resolve(folder, RepositoryPath.WithoutPattern(word)) is not { } path) continue;
            // What is here is meant, before anything of that name that lies elsewhere.
            if (unit.Map.OwnerOf(path) is { } owner && owner.Id == unit.Unit.Id && Path.Exists(unit.Absolute(path))) return null;
            if (Closed(unit, word, path) is { } closed) return (closed, path);
        }
        return null;
    }

    private static Unit? Closed(UnitInventory unit, string word, string path)
    {
        if (unit.Map.OwnerOf(path) is { } owner) return ApiDocuments.Hold(owner, path) || unit.Permissions.IsOpen(unit.Unit, owner, path) ? null : owner;
        // A folder above units counts where it is named or searched: who only goes up takes nothing yet.
        return CommandWords.MayReachBelow(word) ? unit.Closed(path) : null;
    }
}
