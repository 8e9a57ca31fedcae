using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;
using Slipway.Boundaries.Projects;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Suppressions;

/// <summary>Response files of MSBuild and of the compiler, by their ending, by the property that names one, and by another that takes it in.</summary>
internal sealed partial class ResponseFileRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        var pending = new Queue<string>(unit.Ending(".rsp").Concat(unit.Platform.Unowned.Where(file => file.Name.Equals("Directory.Build.rsp", StringComparison.OrdinalIgnoreCase))).Select(file => file.Path));
        var projects = unit.Projects.Files.Select(file => file.File).ToList();
        foreach (var file in projects)
        {
            foreach (var element in file.Elements.Where(element => ProjectFile.IsProperty(element) && ProjectFile.Is(element, "CompilerResponseFile")))
            {
                var named = UnitProjects.BasesOf(file, unit.Unit).SelectMany(folder => new PathValue(unit.Map, folder, projects).Of(element.Value, file))
                    .Where(path => unit.Text(path) is not null).Distinct(StringComparer.Ordinal).ToList();
                foreach (var path in named) pending.Enqueue(path);
                if (named.Count > 0 || element.Value.Trim() is "" or "$(CompilerResponseFile)") continue;
                var (line, column) = ProjectFile.PlaceOf(element);
                yield return Found.At(
                    RuleIds.AnalyzersOff, file.Path, line, column, $"The compiler's response file '{element.Value.Trim()}' is none that is here, so nobody knows what the compiler of '{unit.Unit.Id}' is told", "Commit the file, or remove the property.");
            }
        }
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (pending.TryDequeue(out var path))
        {
            if (!seen.Add(path) || unit.Text(path) is not { } text) continue;
            var folder = path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
            foreach (Match other in Included.Matches(text))
            {
                if (RepositoryPath.Resolve(folder, other.Groups["file"].Value.Trim('"')) is { } included) pending.Enqueue(included);
            }
            if (Switched.Match(text) is not { Success: true } match) continue;
            var (line, column) = TextPlace.Of(text, match.Index);
            yield return Found.At(RuleIds.AnalyzersOff, path, line, column, $"'{match.Value.Trim()}' switches the analyzers off, so the compiler would not hold the boundaries of '{unit.Unit.Id}'", "Remove it.");
        }
    }

    [GeneratedRegex("""[-/](?:p|property):(?:RunAnalyzers(?:DuringBuild)?=false|Slipway\w+=\S*|_?SkipAnalyzers=true|ImportDirectory\w+=false|Csc\w+=\S*|CompilerResponseFile=\S*)|(?<![^\s"])[-/]skipanalyzers\b\+?(?!-)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Switched { get; }

    [GeneratedRegex("""(?<![^\s"])@(?<file>"[^"\r\n]+"|\S+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Included { get; }
}
