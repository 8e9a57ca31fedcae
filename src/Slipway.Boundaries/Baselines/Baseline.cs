using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Baselines;

/// <summary>The findings that a repository was adopted with: they do not fail, and no new ones join them.</summary>
/// <param name="Entries">What was there.</param>
public sealed record Baseline(ImmutableArray<BaselineEntry> Entries)
{
    /// <summary>Where it lies, below the platform's root.</summary>
    public const string FileName = "boundaries.baseline.yaml";

    public static Baseline Empty { get; } = new([]);

    /// <summary>The entries of one unit.</summary>
    public IEnumerable<BaselineEntry> Of(UnitId unit) => Entries.Where(entry => entry.Unit == unit);

    /// <summary>A unit's findings without those that were there, and one for each entry that occurs no more.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="fromOutside">What was found from outside.</param>
    /// <param name="fromCompiler">What the compiler found; null where it did not run, so that nobody knows what is still there.</param>
    /// <returns>What fails, and how many were known.</returns>
    public (ImmutableArray<Finding> New, int Known) Apply(UnitId unit, IEnumerable<Finding> fromOutside, IEnumerable<Finding>? fromCompiler)
    {
        var left = Of(unit).ToDictionary(entry => entry.Identity, entry => entry.Count);
        var fresh = ImmutableArray.CreateBuilder<Finding>();
        var known = 0;
        foreach (var finding in fromOutside.Concat(fromCompiler ?? []))
        {
            var identity = Entry(unit, finding, 1, false).Identity;
            if (finding.Severity != Severity.Note && left.TryGetValue(identity, out var count) && count > 0)
            {
                left[identity] = count - 1;
                known++;
            }
            else fresh.Add(finding);
        }
        fresh.AddRange(Of(unit).Where(entry => left[entry.Identity] > 0 && (!entry.ByCompiler || fromCompiler is not null)).Select(entry => Stale(entry, left[entry.Identity])));
        return (fresh.ToImmutable(), known);
    }

    /// <summary>The baseline with a unit's entries replaced by what there is today.</summary>
    public Baseline With(UnitId unit, IEnumerable<Finding> fromOutside, IEnumerable<Finding>? fromCompiler)
    {
        var today = fromOutside.Select(finding => (finding, compiler: false)).Concat((fromCompiler ?? []).Select(finding => (finding, compiler: true)))
            .Where(pair => pair.finding.Severity != Severity.Note)
            .GroupBy(pair => Entry(unit, pair.finding, 1, false).Identity)
            .Select(same => Entry(unit, same.First().finding, same.Count(), same.All(pair => pair.compiler)));
        // What only a compile could tell stays as it is where none took place.
        var unknown = fromCompiler is null ? Of(unit).Where(entry => entry.ByCompiler) : [];
        return new([.. Entries.Where(entry => entry.Unit != unit).Concat(today).Concat(unknown).OrderBy(entry => entry.Unit).ThenBy(entry => entry.Rule, StringComparer.Ordinal)
            .ThenBy(entry => entry.File, StringComparer.Ordinal).ThenBy(entry => entry.Message, StringComparer.Ordinal)]);
    }

    private static BaselineEntry Entry(UnitId unit, Finding finding, int count, bool byCompiler) => new(unit, finding.Id, finding.File ?? "", finding.Message.ReplaceLineEndings(" "), count, byCompiler);

    private static Finding Stale(BaselineEntry entry, int gone) => new()
    {
        Id = RuleIds.StaleBaseline,
        Severity = Severity.Warning,
        Message = $"A finding of the baseline occurs no more{(entry.Count > 1 ? $" ({gone} of {entry.Count})" : "")}: {(entry.File.Length > 0 ? $"{entry.File}: " : "")}{entry.Rule}: {entry.Message}",
        File = FileName,
        Mend = "Remove the entry, or write the baseline anew with --target=Boundaries --baseline write: what is gone must not come back unseen.",
    };
}
