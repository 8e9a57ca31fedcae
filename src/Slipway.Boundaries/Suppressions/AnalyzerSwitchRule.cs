using System.Xml.Linq;
using Slipway.Boundaries.Inventory;
using Slipway.Boundaries.Projects;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Suppressions;

/// <summary>What in a project file would keep the analyzers from speaking, or have them speak of another unit.</summary>
internal sealed class AnalyzerSwitchRule : IUnitRule
{
    private const string Package = "Slipway.Analyzers";

    private static readonly string[] Hooks = ["BeforeTargets", "AfterTargets", "DependsOnTargets"];

    private static readonly HashSet<string> Switches = new(
        ["RunAnalyzers", "RunAnalyzersDuringBuild", "ImportDirectoryBuildProps", "ImportDirectoryBuildTargets", "ImportDirectoryPackagesProps"], StringComparer.OrdinalIgnoreCase);

    // Which compiler it is, and what it is called with.
    private static readonly HashSet<string> Compilers = new(
        ["CscToolPath", "CscToolExe", "CSharpCoreTargetsPath", "CSharpTargetsPath", "LanguageTargets", "RoslynTargetsPath"], StringComparer.OrdinalIgnoreCase);

    // What our targets and the pipeline tell each other.
    private static readonly HashSet<string> Ours = new(["SlipwayMap", "SlipwayMaps", "SlipwayFacts", "SlipwayUnitMap", "SlipwayAllowedEdges"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Stamps = new(["Slipway.Unit", "Slipway.Exposes", "Slipway.VisibleTo"], StringComparer.Ordinal);

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        var settings = new Settings(unit);
        foreach (var (file, isOwn) in unit.Projects.Files)
        {
            foreach (var element in file.Elements)
            {
                if (Why(element, file, settings) is not var (node, why)) continue;
                var (line, column) = ProjectFile.PlaceOf(node);
                yield return Found.At(
                    RuleIds.AnalyzersOff, file.Path, line, column, $"{why}, so the compiler would not hold the boundaries of '{unit.Unit.Id}'",
                    isOwn ? "Remove it." : "Remove it: it is the unit's too, because its projects import the file.");
            }
        }
    }

    private static (XObject Node, string Why)? Why(XElement element, ProjectFile file, Settings settings) =>
        settings.PropertiesOf(element, file).Select(Property).FirstOrDefault(found => found is not null)
        ?? settings.ItemsOf(element, file).Select(Item).FirstOrDefault(found => found is not null)
        ?? (ProjectFile.Is(element, "Target") ? Target(element, file, settings)
            : ProjectFile.Is(element, "PackageReference", "GlobalPackageReference") ? Reference(element)
            : Other(element, file, settings));

    private static (XObject Node, string Why)? Property(Setting setting)
    {
        var (node, name, value) = setting;
        if (Switches.Contains(name) && !value.Equals("true", StringComparison.OrdinalIgnoreCase)) return (node, $"'{name}' is not plainly true here");
        if (name.Equals("_SkipAnalyzers", StringComparison.OrdinalIgnoreCase)) return (node, $"'{name}' is set here, which is the compiler's to say");
        if (name.Equals("SlipwayUnit", StringComparison.OrdinalIgnoreCase)) return (node, "'SlipwayUnit' is set here, and a unit is told by its place alone");
        if (Ours.Contains(name) || IsOurs(name)) return (node, $"'{name}' is set here, which is the pipeline's to say");
        return Compilers.Contains(name) ? (node, $"'{name}' is set here, which makes another compiler of it") : null;
    }

    private static (XObject Node, string Why)? Item(Setting setting) => IsOurs(setting.Name) ? (setting.Node, $"'{setting.Name}' is added to here, which is the pipeline's to say") : null;

    private static bool IsOurs(string name) => name.StartsWith("_Slipway", StringComparison.OrdinalIgnoreCase);

    private static (XObject Node, string Why)? Target(XElement element, ProjectFile file, Settings settings)
    {
        if (element.Attribute("Name") is { } name && name.Value.TrimStart('_').StartsWith("Slipway", StringComparison.OrdinalIgnoreCase)) return (name, $"The target '{name.Value}' is replaced here");
        foreach (var hook in Hooks.Select(hook => element.Attribute(hook)).OfType<XAttribute>())
        {
            if (settings.Texts(hook.Value, file).FirstOrDefault(text => text.Contains("_Slipway", StringComparison.OrdinalIgnoreCase)) is { } hooked) return (hook, $"A target of ours is hooked onto here ('{hooked}')");
        }
        return element.Attribute("Name")?.Value.Equals("CoreCompile", StringComparison.OrdinalIgnoreCase) == true ? (element, "The target 'CoreCompile' is replaced here") : null;
    }

    private static (XObject Node, string Why)? Other(XElement element, ProjectFile file, Settings settings)
    {
        if (ProjectFile.Is(element, "Analyzer") && element.Attribute("Remove") is { } removed && Covers(removed.Value)) return (removed, "Analyzers are removed here");
        if (ProjectFile.Is(element, "UsingTask") && element.Attribute("TaskName") is { } task && task.Value.Split('.')[^1].Equals("Csc", StringComparison.OrdinalIgnoreCase)) return (task, "The task 'Csc' is replaced here");
        if (ProjectFile.Is(element, "Compile") && element.Attribute("Remove") is { } stamp && stamp.Value.Contains("Slipway.Unit", StringComparison.OrdinalIgnoreCase)) return (stamp, "The stamp of the unit is removed here");
        // Of other languages than C# the stamp is such an item, and no rule of the compiler's sees a false one.
        return ProjectFile.Is(element, "AssemblyMetadata", "AssemblyAttribute") && element.Attributes().Select(attribute => attribute.Value).Concat(element.Elements().Select(child => child.Value))
            .SelectMany(value => settings.Texts(value, file)).FirstOrDefault(Stamps.Contains) is { } key ? (element, $"The stamp '{key}' is written by hand here") : null;
    }

    private static (XObject Node, string Why)? Reference(XElement element)
    {
        if (element.Attribute("Remove") is { } removed && removed.Value.Contains(Package, StringComparison.OrdinalIgnoreCase)) return (removed, $"'{Package}' is removed here");
        if ((element.Attribute("Include") ?? element.Attribute("Update"))?.Value.Contains(Package, StringComparison.OrdinalIgnoreCase) != true) return null;
        if (Setting(element, "ExcludeAssets") is var (node, excluded) && Any(excluded, "analyzers", "all", "build", "buildTransitive")) return (node, $"'{Package}' is referenced without its analyzers");
        return Setting(element, "IncludeAssets") is var (included, assets) && !Any(assets, "analyzers", "all") ? (included, $"'{Package}' is referenced without its analyzers") : null;
    }

    private static (XObject Node, string Value)? Setting(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } attribute ? (attribute, attribute.Value)
        : element.Elements().FirstOrDefault(child => ProjectFile.Is(child, name)) is { } child ? (child, child.Value) : null;

    private static bool Any(string list, params string[] words) =>
        list.Split(';', StringSplitOptions.TrimEntries).Intersect(words, StringComparer.OrdinalIgnoreCase).Any();

    // What a list, a property or a pattern comes to nobody knows here: all of them may be ours.
    private static bool Covers(string pattern) =>
        pattern.Contains("Slipway", StringComparison.OrdinalIgnoreCase) || pattern.Contains("@(", StringComparison.Ordinal) || pattern.Contains("%(", StringComparison.Ordinal)
        || pattern.Contains("$(", StringComparison.Ordinal) || pattern.Split('/', '\\')[^1].AsSpan().IndexOfAny('*', '?') >= 0;
}
