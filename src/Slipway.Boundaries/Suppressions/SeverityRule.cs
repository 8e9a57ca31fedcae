using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;
using Slipway.Boundaries.Projects;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Suppressions;

/// <summary>A severity that somebody tries to change. Most core rules do not listen; that somebody tried is worth a word all the same.</summary>
internal sealed partial class SeverityRule : IUnitRule
{
    private const string Mend = "Remove it: a reference that has to stay for a time goes into allowedEdges of unit.yaml, with reason and last day.";

    private static readonly HashSet<string> Lists = new(["NoWarn", "WarningsNotAsErrors"], StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        // Those above the unit hold for it too.
        var above = unit.Platform.Unowned.Where(file => file.EndsWith(".editorconfig", ".globalconfig") && RepositoryPath.IsWithin(unit.Unit.Root, file.Folder));
        foreach (var file in unit.Ending(".editorconfig", ".globalconfig").Concat(above))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            foreach (Match match in Told.Matches(text))
            {
                var (line, column) = TextPlace.Of(text, match.Groups["name"].Index);
                yield return Found.At(
                    RuleIds.AnalyzersOff, file.Path, line, column,
                    $"'{match.Groups["name"].Value}' is set here, which is the targets' to say, so the compiler would not hold the boundaries of '{unit.Unit.Id}'", "Remove it.");
            }
            foreach (Match match in ConfiguredHealth.Matches(text))
            {
                var (line, column) = TextPlace.Of(text, match.Groups["id"].Index);
                yield return Unheard(file.Path, line, column, match.Groups["id"].Value.ToUpperInvariant());
            }
            foreach (Match match in Configured.Matches(text))
            {
                var (line, column) = TextPlace.Of(text, match.Groups["id"].Index);
                yield return Changed(file.Path, line, column, match.Groups["id"].Value.ToUpperInvariant());
            }
        }
        var settings = new Settings(unit);
        foreach (var (file, _) in unit.Projects.Files)
        {
            foreach (var setting in settings.Properties(file).Where(setting => Lists.Contains(setting.Name)))
            {
                var (line, column) = ProjectFile.PlaceOf(setting.Node);
                foreach (Match id in Id.Matches(setting.Value)) yield return Changed(file.Path, line, column, id.Value.ToUpperInvariant());
                foreach (Match health in Health.Matches(setting.Value)) yield return Unheard(file.Path, line, column, health.Value.ToUpperInvariant());
            }
        }
    }

    private static Finding Changed(string file, int line, int column, string id) =>
        Found.At(RuleIds.Suppressed, file, line, column, $"The severity of {id} is changed here, and no waiver says so", Mend);

    private static Finding Unheard(string file, int line, int column, string id) => Found.At(
        RuleIds.AnalyzersOff, file, line, column, $"{id} is silenced here, and with it the compiler's word that an analyzer did not load or broke down", "Remove it.");

    // An analyzer that was built for a newer compiler, one that does not load, one that threw.
    [GeneratedRegex("""(?<!\w)(?:(?:CS)?(?:9057|8032)|AD0001)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Health { get; }

    [GeneratedRegex("""^[ \t]*dotnet_diagnostic\.(?<id>CS9057|CS8032|AD0001)\.severity[ \t]*[=:][ \t]*(?!error)\w+""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ConfiguredHealth { get; }

    // What a .globalconfig says outweighs what the build tells the compiler.
    [GeneratedRegex("""^[ \t]*(?<name>build_property\.(?:Slipway\w*|MSBuildProjectFullPath))""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Told { get; }

    // 4xxx are the security stage's, which counts its own waivers.
    [GeneratedRegex("""^[ \t]*dotnet_diagnostic\.(?<id>SLW(?!4)\d{4})\.severity[ \t]*[=:][ \t]*(?!error)\w+""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Configured { get; }

    [GeneratedRegex("""\bSLW(?!4)\d{4}\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id { get; }
}
