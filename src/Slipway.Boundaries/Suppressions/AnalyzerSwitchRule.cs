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

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        foreach (var (file, isOwn) in unit.Projects.Files)
        {
            foreach (var element in file.Elements)
            {
                if (Why(element) is not var (node, why)) continue;
                var (line, column) = ProjectFile.PlaceOf(node);
                yield return Found.At(
                    RuleIds.AnalyzersOff, file.Path, line, column, $"{why}, so the compiler would not hold the boundaries of '{unit.Unit.Id}'",
                    isOwn ? "Remove it." : "Remove it: it is the unit's too, because its projects import the file.");
            }
        }
    }

    private static (XObject Node, string Why)? Why(XElement element)
    {
        var name = element.Name.LocalName;
        var isProperty = element.Parent?.Name.LocalName == "PropertyGroup";
        if (isProperty && Switches.Contains(name) && !element.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase)) return (element, $"'{name}' is not plainly true here");
        if (isProperty && name.Equals("_SkipAnalyzers", StringComparison.OrdinalIgnoreCase)) return (element, $"'{name}' is set here, which is the compiler's to say");
        if (isProperty && name.Equals("SlipwayUnit", StringComparison.OrdinalIgnoreCase)) return (element, "'SlipwayUnit' is set here, and a unit is told by its place alone");
        if (isProperty && name is "SlipwayUnitMap" or "SlipwayAllowedEdges") return (element, $"'{name}' is set here, which is the pipeline's to say");
        if (isProperty && Compilers.Contains(name)) return (element, $"'{name}' is set here, which makes another compiler of it");
        if (name == "Analyzer" && element.Attribute("Remove") is { } removed && Covers(removed.Value)) return (removed, "Analyzers are removed here");
        if (name == "Target" && element.Attribute("Name") is { } target && target.Value.TrimStart('_').StartsWith("Slipway", StringComparison.OrdinalIgnoreCase))
            return (target, $"The target '{target.Value}' is replaced here");
        if (name == "Target" && Hooks.Select(hook => element.Attribute(hook)).FirstOrDefault(hook => hook?.Value.Contains("_Slipway", StringComparison.OrdinalIgnoreCase) == true) is { } hooked)
            return (hooked, $"A target of ours is hooked onto here ('{hooked.Value}')");
        if (name == "Target" && element.Attribute("Name")?.Value.Equals("CoreCompile", StringComparison.OrdinalIgnoreCase) == true) return (element, "The target 'CoreCompile' is replaced here");
        if (name == "UsingTask" && element.Attribute("TaskName") is { } task && task.Value.Split('.')[^1].Equals("Csc", StringComparison.OrdinalIgnoreCase)) return (task, "The task 'Csc' is replaced here");
        if (name == "Compile" && element.Attribute("Remove") is { } stamp && stamp.Value.Contains("Slipway.Unit", StringComparison.OrdinalIgnoreCase)) return (stamp, "The stamp of the unit is removed here");
        return name is "PackageReference" or "GlobalPackageReference" ? Reference(element) : null;
    }

    private static (XObject Node, string Why)? Reference(XElement element)
    {
        if (element.Attribute("Remove") is { } removed && removed.Value.Contains(Package, StringComparison.OrdinalIgnoreCase)) return (removed, $"'{Package}' is removed here");
        if ((element.Attribute("Include") ?? element.Attribute("Update"))?.Value.Contains(Package, StringComparison.OrdinalIgnoreCase) != true) return null;
        if (Setting(element, "ExcludeAssets") is var (node, excluded) && Any(excluded, "analyzers", "all", "build", "buildTransitive")) return (node, $"'{Package}' is referenced without its analyzers");
        return Setting(element, "IncludeAssets") is var (included, assets) && !Any(assets, "analyzers", "all") ? (included, $"'{Package}' is referenced without its analyzers") : null;
    }

    private static (XObject Node, string Value)? Setting(XElement element, string name) =>
        element.Attribute(name) is { } attribute ? (attribute, attribute.Value)
        : element.Elements().FirstOrDefault(child => child.Name.LocalName == name) is { } child ? (child, child.Value) : null;

    private static bool Any(string list, params string[] words) =>
        list.Split(';', StringSplitOptions.TrimEntries).Intersect(words, StringComparer.OrdinalIgnoreCase).Any();

    // What a list, a property or a pattern comes to nobody knows here: all of them may be ours.
    private static bool Covers(string pattern) =>
        pattern.Contains("Slipway", StringComparison.OrdinalIgnoreCase) || pattern.Contains("@(", StringComparison.Ordinal) || pattern.Contains("%(", StringComparison.Ordinal)
        || pattern.Contains("$(", StringComparison.Ordinal) || pattern.Split('/', '\\')[^1].AsSpan().IndexOfAny('*', '?') >= 0;
}
