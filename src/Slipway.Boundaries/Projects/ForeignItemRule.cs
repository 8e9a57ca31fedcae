using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipway.Boundaries.Assemblies;
using Slipway.Boundaries.Commands;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Projects;

/// <summary>Whatever a unit's MSBuild files name that lies in another unit, whether or not a condition holds today.</summary>
internal sealed partial class ForeignItemRule : IUnitRule
{
    // A reference that another part of the file takes away again is none.
    private static readonly HashSet<string> Harmless = new(["Condition", "Remove", "Label", "Link", "LinkBase", "Exclude"], StringComparer.OrdinalIgnoreCase);

    private static readonly char[] ListSeparators = [';'];
    private static readonly char[] CommandSeparators = [' ', '\t', '\r', '\n', '"', '\'', ';', '&', '|', '<', '>', '='];

    private static readonly char[] CodeSeparators = ['"', '\'', '\n', '\r'];

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        var projects = unit.Projects;
        var files = projects.Files.Select(file => file.File).ToList();
        var told = new HashSet<(string, int, int)>();
        foreach (var (file, _) in projects.Files)
        {
            foreach (var folder in UnitProjects.BasesOf(file, unit.Unit))
            {
                var paths = new PathValue(unit.Map, folder, files);
                foreach (var finding in file.Elements.SelectMany(element => Check(unit, file, element, paths)))
                {
                    // Several projects may import one file; it is wrong once.
                    if (told.Add((finding.File!, finding.Line!.Value, finding.Column!.Value))) yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Finding> Check(UnitInventory unit, ProjectFile file, XElement element, PathValue paths)
    {
        if (ProjectFile.Is(element, "Import") && element.Attribute("Project") is { } imported)
        {
            // Unlike items, imports count from the file that holds them.
            var own = new PathValue(unit.Map, file.Folder, [file]);
            if (own.Foreign(imported.Value, file, unit) is { } found) yield return Imports(unit, file, imported, found);
            yield break;
        }
        foreach (var value in Values(element))
        {
            foreach (var part in PartsOf(element, TextOf(value)))
            {
                if (!PathValue.MayBePath(part) || part.Contains("://", StringComparison.Ordinal)) continue;
                if (paths.Foreign(part, file, unit, IsCommand(element) ? CommandSeparators : null) is { } found)
                {
                    if (Judge(unit, file, element, value, found) is { } finding) yield return finding;
                }
                else if (IsAssembly(element, value) && Stamped(unit, file, value, part, paths) is { } stamped) yield return stamped;
            }
        }
    }

    // A property counts where it is used: its value is expanded there. Some are used by MSBuild itself.
    private static IEnumerable<XObject> Values(XElement element)
    {
        if (element.Parent?.Name.LocalName is null) yield break;
        if (ProjectFile.IsProperty(element))
        {
            if ((Read.IsMatch(element.Name.LocalName) || IsCommand(element)) && !element.HasElements) yield return element;
            yield break;
        }
        foreach (var attribute in element.Attributes().Where(attribute => !Harmless.Contains(attribute.Name.LocalName) && !attribute.IsNamespaceDeclaration)) yield return attribute;
        if (!element.HasElements && element.Value.Length > 0 && !Harmless.Contains(element.Name.LocalName)) yield return element;
    }

    // Of a command every word may be a file, and so may every text of a task that is written in the project.
    private static string[] PartsOf(XElement element, string text) =>
        text.Split(IsCommand(element) ? CommandSeparators : ProjectFile.Is(element, "Code") ? CodeSeparators : ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsCommand(XElement element) => CommandFiles.IsCommand(element);

    private static string TextOf(XObject value) => value is XAttribute attribute ? attribute.Value : ((XElement)value).Value.Trim();

    private static bool IsAssembly(XElement element, XObject value) =>
        ProjectFile.Is(element, "HintPath")
        || (ProjectFile.Is(element, "Reference") && value is XAttribute attribute && (attribute.Name.LocalName == "Include" || attribute.Name.LocalName.Equals("HintPath", StringComparison.OrdinalIgnoreCase)));

    private static Finding? Judge(UnitInventory unit, ProjectFile file, XElement element, XObject value, (Unit Owner, string Path) found)
    {
        var (line, column) = ProjectFile.PlaceOf(value);
        var what = $"'{unit.Unit.Id}'";
        var item = element.Name.LocalName;
        var mend = found.Owner.Kind == UnitKind.Package ? $"Ask the owners of '{found.Owner.Name}' for its visibility." : $"Use the SDK or contracts package of '{found.Owner.Name}' instead.";
        if (ProjectFile.Is(element, "ProjectReference"))
        {
            // What today's evaluation shows is told by the graph.
            var known = unit.Unit.Projects.Any(project => project.References.Contains(found.Path, StringComparer.OrdinalIgnoreCase));
            return known ? null : Found.At(
                RuleIds.HiddenReference, file.Path, line, column,
                $"{what} references '{found.Owner.Id}' ({found.Path}) where today's evaluation does not show it: a condition decides who is linked", mend);
        }
        if (IsAssembly(element, value))
            return Found.At(RuleIds.ForeignUnit, file.Path, line, column, $"{what} references the assembly '{found.Path}' of '{found.Owner.Id}': units are deployed on their own and share packages only", mend);
        return ProjectFile.Is(element, "Compile", "Page", "RazorComponent")
            ? Found.At(RuleIds.ForeignSource, file.Path, line, column, $"{what} compiles '{found.Path}' of '{found.Owner.Id}' into its own assembly", $"Move what both need into a package.")
            : Found.At(RuleIds.ForeignFile, file.Path, line, column, $"{what} takes '{found.Path}' of '{found.Owner.Id}' into its build ({item})", $"Move the file into a contracts package, which both may use.");
    }

    private static Finding Imports(UnitInventory unit, ProjectFile file, XObject value, (Unit Owner, string Path) found)
    {
        var (line, column) = ProjectFile.PlaceOf(value);
        var isSource = found.Path.EndsWith(".projitems", StringComparison.OrdinalIgnoreCase);
        return Found.At(
            isSource ? RuleIds.ForeignSource : RuleIds.ForeignFile, file.Path, line, column,
            isSource ? $"'{unit.Unit.Id}' compiles what '{found.Path}' of '{found.Owner.Id}' lists into its own assembly"
                : $"'{unit.Unit.Id}' imports '{found.Path}' of '{found.Owner.Id}' into its build",
            "Move what both need into a package, or to the root of the repository.");
    }

    // Files that are imported, folders that assemblies are looked for in, feeds.
    [GeneratedRegex("""\A(?:(?:Custom)?(?:Before|After)Microsoft\w+|Directory\w+Path|\w*AssemblySearchPaths|ReferencePath|AdditionalLibPaths|Restore\w*(?:Sources|Folders)|CodeAnalysisRuleSet|MSBuildProjectExtensionsPath|Base(?:Intermediate)?OutputPath)\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Read { get; }

    // A copy of an assembly, under whatever name, is still its owner's.
    private static Finding? Stamped(UnitInventory unit, ProjectFile file, XObject value, string part, PathValue paths)
    {
        foreach (var path in paths.Of(part, file))
        {
            // What lies with another unit has been judged by its place.
            if (unit.Map.OwnerOf(path) is { } holder && holder.Id != unit.Unit.Id) continue;
            if (StampReader.Read(unit.Absolute(path)) is not { Unit: { } stamp } || Stamps.ForeignOwner(unit, stamp) is not { } owner) continue;
            var (line, column) = ProjectFile.PlaceOf(value);
            return Found.At(
                RuleIds.ForeignUnit, file.Path, line, column, $"'{unit.Unit.Id}' references '{path}', which is an assembly of '{owner.Id}' by its stamp",
                $"Use the SDK or contracts package of '{owner.Name}' instead, and remove the copy.");
        }
        return null;
    }
}
