using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipway.Boundaries.Inventory;
using Slipway.Boundaries.Projects;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Suppressions;

/// <summary>A severity that somebody tries to change. Most core rules do not listen; that somebody tried is worth a word all the same.</summary>
internal sealed partial class SeverityRule : IUnitRule
{
    private const string Mend = "Remove it: a reference that has to stay for a time goes into allowedEdges of unit.yaml, with reason and last day.";

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        // Those above the unit hold for it too.
        var above = unit.Platform.Unowned.Where(file => file.EndsWith(".editorconfig", ".globalconfig") && RepositoryPath.IsWithin(unit.Unit.Root, file.Folder));
        foreach (var file in unit.Ending(".editorconfig", ".globalconfig").Concat(above))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            foreach (Match match in Configured.Matches(text))
            {
                var (line, column) = TextPlace.Of(text, match.Groups["id"].Index);
                yield return Changed(file.Path, line, column, match.Groups["id"].Value.ToUpperInvariant());
            }
        }
        foreach (var (file, _) in UnitProjects.Of(unit).Files)
        {
            foreach (var element in file.Elements.Where(element => element.Parent?.Name.LocalName == "PropertyGroup" && element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors"))
            {
                foreach (Match id in Id.Matches(element.Value))
                {
                    var (line, column) = ProjectFile.PlaceOf((XObject)element);
                    yield return Changed(file.Path, line, column, id.Value.ToUpperInvariant());
                }
            }
        }
    }

    private static Finding Changed(string file, int line, int column, string id) =>
        Found.At(RuleIds.Suppressed, file, line, column, $"The severity of {id} is changed here, and no waiver says so", Mend);

    // 4xxx are the security stage's, which counts its own waivers.
    [GeneratedRegex("""dotnet_diagnostic\.(?<id>SLW(?!4)\d{4})\.severity\s*=\s*(?!error)\w+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Configured { get; }

    [GeneratedRegex("""\bSLW(?!4)\d{4}\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id { get; }
}
