using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Slipway.Machine.Files;
using Slipway.Machine.Yaml;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Baselines;

/// <summary>Reads and writes the baseline: a file that people commit, read in reviews and shorten.</summary>
public static partial class BaselineFile
{
    /// <summary>The baseline of a platform; empty where there is no file.</summary>
    /// <exception cref="BadInputException">Everything that is wrong with it, with its places.</exception>
    public static Baseline Read(Platform platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        if (!FileKind.IsThere(Path.Join(platform.Root, Baseline.FileName))) return Baseline.Empty;
        var problems = new YamlProblems();
        var entries = ImmutableArray<BaselineEntry>.Empty;
        if (YamlDocumentReader.ReadFile(platform.Root, Baseline.FileName, problems) is { } map)
        {
            var units = platform.Units.ToDictionary(unit => unit.Id.ToString(), unit => unit.Id, StringComparer.Ordinal);
            entries = [.. (map.RequiredList("findings")?.Maps("'findings'") ?? []).Select(entry => Read(entry, units)).OfType<BaselineEntry>()];
            map.RejectUnknownKeys();
            foreach (var twice in entries.GroupBy(entry => entry.Identity).Where(same => same.Skip(1).Any()))
                map.Report(Codes.BadBaseline, $"'{twice.Key.Item1}' has the same finding of {twice.Key.Item2} twice: {twice.Key.Item4}", "join the two, and add up their counts");
        }
        problems.ThrowIfAny();
        return new(entries);
    }

    public static void Write(string root, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var path = Path.Join(root, Baseline.FileName);
        if (baseline.Entries.IsEmpty) File.Delete(path);
        else AtomicFile.WriteAllText(path, TextOf(baseline));
    }

    private static string TextOf(Baseline baseline)
    {
        var text = new StringBuilder("# The boundary findings that this repository was adopted with. They do not fail; new ones do. Only ever shorten it.\nfindings:\n");
        foreach (var entry in baseline.Entries)
        {
            text.Append("  - unit: ").Append(Quoted(entry.Unit.ToString())).Append("\n    rule: ").Append(entry.Rule).Append('\n');
            if (entry.File.Length > 0) text.Append("    file: ").Append(Quoted(entry.File)).Append('\n');
            text.Append("    message: ").Append(Quoted(entry.Message)).Append('\n');
            if (entry.Count > 1) text.Append("    count: ").Append(entry.Count.ToString(CultureInfo.InvariantCulture)).Append('\n');
            if (entry.ByCompiler) text.Append("    by: compiler\n");
        }
        return text.ToString();
    }

    // In single quotes nothing means anything but a quote.
    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static BaselineEntry? Read(YamlMap map, Dictionary<string, UnitId> units)
    {
        var unit = map.RequiredString("unit");
        var rule = map.RequiredString("rule");
        var file = map.String("file") ?? "";
        var message = map.RequiredString("message");
        var count = map.Int("count", least: 1) ?? 1;
        var byCompiler = map.Enum("by", "compiler") is not null;
        map.RejectUnknownKeys();
        if (rule is not null && !RuleId.IsMatch(rule))
        {
            map["rule"]!.Report(Codes.BadBaseline, $"'{rule}' is not the id of a rule; they look like SLW1001.", "correct it");
            rule = null;
        }
        var id = unit is null ? null : units.GetValueOrDefault(unit);
        if (unit is not null && id is null)
        {
            map["unit"]!.Report(
                Codes.BadBaseline, $"'{unit}' is not a unit of this platform.",
                Spelling.Nearest(unit, units.Keys) is { } near ? $"did you mean '{near}'? If the unit is gone, remove the entry" : "remove the entry");
        }
        return id is null || rule is null || message is null ? null : new(id, rule, file, message, count, byCompiler);
    }

    [GeneratedRegex(@"\ASLW\d{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RuleId { get; }
}
