using Slipway.Boundaries.Inventory;
using Slipway.Machine.Files;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scripts;

/// <summary>Every import of a script or style, resolved: by path, by alias, by the name of a package, through a link in <c>node_modules</c>.</summary>
internal sealed class ImportRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        var configs = new Dictionary<string, TypeScriptConfig?>(StringComparer.Ordinal);
        foreach (var file in ScriptFiles.Of(unit))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            foreach (var import in ScriptFiles.Imports(file, text))
            {
                if (Judge(unit, configs, file, import) is not var (id, owner, message, mend)) continue;
                var (line, column) = TextPlace.Of(text, import.Offset);
                yield return Found.At(id, file.Path, line, column, $"'{unit.Unit.Id}' imports '{import.Specifier}', which {message}", mend ?? Mend(owner));
            }
        }
    }

    private static (string Id, Unit Owner, string Message, string? Mend)? Judge(UnitInventory unit, Dictionary<string, TypeScriptConfig?> configs, ListedFile file, ModuleImport import)
    {
        var specifier = import.Specifier.Split('?')[0].Split('!')[^1];
        if (specifier.StartsWith("/@fs/", StringComparison.Ordinal)) specifier = specifier["/@fs".Length..];
        if (specifier.StartsWith('.')) return ByPath(unit, RepositoryPath.Resolve(file.Folder, RepositoryPath.WithoutPattern(specifier)));
        if (specifier.StartsWith('/')) return specifier.StartsWith(unit.Map.Platform.Root + "/", StringComparison.Ordinal) ? ByPath(unit, specifier[(unit.Map.Platform.Root.Length + 1)..]) : null;
        if (specifier.StartsWith('#') || specifier.Contains(':', StringComparison.Ordinal)) return null;
        // An alias of the unit's own configuration is told where it is given.
        if (ConfigOf(unit, configs, file.Folder)?.Resolve(specifier) is { } alias)
            return unit.Map.OwnerOf(alias.File)?.Id == unit.Unit.Id ? null : ByAlias(unit, alias);
        return ByName(unit, specifier);
    }

    private static (string, Unit, string, string?)? ByPath(UnitInventory unit, string? path)
    {
        if (path is null) return null;
        if (unit.Map.OwnerOf(path) is not { } owner) return unit.Closed(path) is { } below ? (RuleIds.ForeignImport, below, $"reaches into '{below.Id}'", null) : null;
        if (owner.Id == unit.Unit.Id) return null;
        if (!unit.Permissions.IsOpen(unit.Unit, owner, path)) return (RuleIds.ForeignImport, owner, $"lies in '{owner.Id}'", null);
        return owner.Kind == UnitKind.Package && owner.Toolchain == Toolchain.Node
            ? (RuleIds.DeepImport, owner, $"reaches by path into the package '{owner.Id}', past its entry", $"Import it by its name: '{owner.Projects.FirstOrDefault()?.Name ?? owner.Name.ToString()}'.")
            : null;
    }

    private static (string, Unit, string, string?)? ByAlias(UnitInventory unit, (string Path, string File) alias) =>
        unit.Map.OwnerOf(alias.Path) is { } owner && !unit.Permissions.IsOpen(unit.Unit, owner, alias.Path)
            ? (RuleIds.ForeignImport, owner, $"is '{alias.Path}' of '{owner.Id}' by the paths of '{alias.File}'", null)
            : null;

    private static (string, Unit, string, string?)? ByName(UnitInventory unit, string specifier)
    {
        var parts = specifier.Split('/');
        var name = specifier.StartsWith('@') && parts.Length > 1 ? $"{parts[0]}/{parts[1]}" : parts[0];
        var below = specifier.Length > name.Length ? specifier[(name.Length + 1)..] : "";
        var found = unit.Map.ProjectNamed(name) is { Project.Toolchain: Toolchain.Node } named ? named : Linked(unit, name);
        if (found is not { } package || package.Unit.Id == unit.Unit.Id) return null;
        if (!unit.Permissions.IsOpen(unit.Unit, package.Unit, package.Project)) return (RuleIds.ForeignImport, package.Unit, $"is '{package.Project.Path}' of '{package.Unit.Id}'", null);
        return PackageEntry.Opens(unit, package.Project, below) ? null
            : (RuleIds.DeepImport, package.Unit, $"reaches past the entry of the package '{package.Unit.Id}': its exports do not name './{below}'", $"Import '{name}' itself, or let its owners export what is missing.");
    }

    // npm links the packages of a workspace under any name.
    private static (Unit Unit, Project Project)? Linked(UnitInventory unit, string name)
    {
        if (name is "" or "." or ".." || name.AsSpan().IndexOfAny("\\:*?\0") >= 0) return null;
        for (var folder = unit.Unit.Root; ; folder = folder.LastIndexOf('/') is var slash and >= 0 ? folder[..slash] : "")
        {
            var path = unit.Absolute($"{(folder.Length == 0 ? "" : folder + "/")}node_modules/{name}");
            if (Directory.Exists(path))
            {
                if (new DirectoryInfo(path).LinkTarget is null || RealPath.Of(path) is not { } real || RealPath.Of(unit.Map.Platform.Root) is not { } root) return null;
                var target = Path.GetRelativePath(root, real).Replace('\\', '/');
                return unit.Map.OwnerOf(target) is { } owner ? (owner, owner.Projects.FirstOrDefault(project => project.Folder == target) ?? owner.Projects[0]) : null;
            }
            if (folder.Length == 0) return null;
        }
    }

    private static TypeScriptConfig? ConfigOf(UnitInventory unit, Dictionary<string, TypeScriptConfig?> known, string folder)
    {
        if (known.TryGetValue(folder, out var config)) return config;
        foreach (var name in (string[])["tsconfig.json", "jsconfig.json"])
        {
            var path = folder.Length == 0 ? name : $"{folder}/{name}";
            if (unit.Text(path) is not null) return known[folder] = TypeScriptConfig.Read(unit, path);
        }
        var above = folder.LastIndexOf('/') is var slash and >= 0 ? folder[..slash] : "";
        return known[folder] = folder.Length == 0 ? null : ConfigOf(unit, known, above);
    }

    private static string Mend(Unit owner) => owner.Kind == UnitKind.Package
        ? $"Ask the owners of '{owner.Name}' for its visibility."
        : $"Use the SDK package of '{owner.Name}', or move what both need into a package.";
}
