using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Projects;

/// <summary>Programs without a project: <c>#:project</c> of a file-based program, <c>#r</c> and <c>#load</c> of a script. No graph holds them.</summary>
internal sealed partial class FileBasedProgramRule : IUnitRule
{
    // Directives come before all code.
    private const int Head = 8192;

    public IEnumerable<Finding> Check(UnitInventory unit) =>
        from file in unit.Ending(".cs", ".csx", ".fsx")
        let whole = unit.Text(file.Path)
        where whole is not null
        let text = file.EndsWith(".cs") && whole.Length > Head ? whole[..Head] : whole
        where text.Contains('#', StringComparison.Ordinal)
        from Match directive in Directive.Matches(text)
        let target = directive.Groups["target"]
        from finding in Judge(unit, file, text, directive.Groups["kind"].Value, target.Value.Trim().Trim('"'), target.Index)
        select finding;

    private static IEnumerable<Finding> Judge(UnitInventory unit, ListedFile file, string text, string kind, string target, int offset)
    {
        var found = kind switch
        {
            ":package" => ByName(unit, target.Split('@')[0]),
            "r" when target.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) => ByName(unit, target["nuget:".Length..].Split(',')[0].Trim()),
            _ => ByPath(unit, file, target),
        };
        if (found is not { } foreign) yield break;
        var (line, column) = TextPlace.Of(text, offset);
        yield return Found.At(
            RuleIds.HiddenReference, file.Path, line, column,
            $"'{unit.Unit.Id}' references '{foreign.Owner.Id}' ({foreign.Path}) from a program that no project holds",
            $"Use the SDK or contracts package of '{foreign.Owner.Name}' instead.");
    }

    private static (Unit Owner, string Path)? ByPath(UnitInventory unit, ListedFile file, string target)
    {
        if (target.AsSpan().IndexOfAny('/', '\\') < 0 || RepositoryPath.Resolve(file.Folder, target) is not { } path) return null;
        return unit.Map.OwnerOf(path) is { } owner && !unit.Permissions.IsOpen(unit.Unit, owner, path) && unit.Map.ProjectAt(path) is not { Project.IsExposed: true } ? (owner, path) : null;
    }

    private static (Unit Owner, string Path)? ByName(UnitInventory unit, string name) =>
        unit.Map.ProjectNamed(name) is { } found && !unit.Permissions.IsOpen(unit.Unit, found.Unit, found.Project) ? (found.Unit, name) : null;

    [GeneratedRegex("""^[ \t]*#(?<kind>:project|:package|:sdk|:property|:include|:ref|r|load)[ \t]+(?<target>[^\r\n]+)""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Directive { get; }
}
