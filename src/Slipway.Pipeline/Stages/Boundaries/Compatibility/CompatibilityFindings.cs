using System.Collections.Immutable;
using Slipway.Compatibility;
using Slipway.Compatibility.Consumers;
using Slipway.Compatibility.Documents;
using Slipway.Compatibility.Rules;
using Slipway.Compatibility.Versions;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Boundaries.Compatibility;

/// <summary>Says what a change means: for whom, since when, and which version would be right.</summary>
internal sealed class CompatibilityFindings(StageContext context, ReleasedContracts released)
{
    // Asked for only where somebody has to be named.
    private readonly Lazy<string> _consumers = new(() => Words(context.Unit.Id, new ConsumerFinder(context.Run.Platform).Of(context.Unit)));

    /// <summary>Whether the unit is on the way to a version that may break what was promised.</summary>
    public bool BreaksAreDeclared { get; } =
        ReleaseNumber.TryParse(context.Run.Versions.Of(context.Unit.Id), out var today) && today.MayBreak(released.Version);

    public IEnumerable<Finding> Of(string id, string file, Comparison comparison) =>
    [
        .. comparison.Problems.Select(problem => problem.ToFinding() with { File = file }),
        .. comparison.Changes.Select(change => Of(id, file, change)),
    ];

    public Finding Of(string id, string file, ContractChange change)
    {
        var place = PlaceOf(file, change.Pointer);
        var finding = new Finding { Id = id, Severity = Severity.Note, Message = $"{Head(change)}; {_consumers.Value}", File = file, Line = place?.Line, Column = place?.Column };
        if (change.Rule.Gravity == Gravity.Warning) return finding;
        if (BreaksAreDeclared) return finding with { Message = $"{finding.Message}; {context.Run.Versions.Of(context.Unit.Id)} says so" };
        return finding with
        {
            Severity = Severity.Error,
            Message = $"{finding.Message}; as it is, {released.Version.After(Reach.Break)} would be the right version",
            Mend = $"keep what {released.Version} promised, beside what is new; or write 'nextVersion: {released.Version.After(Reach.Break)}' into {context.Unit.Root}/unit.yaml and mend everyone who is named",
        };
    }

    /// <summary>Which version would be right; null where nothing changed.</summary>
    public string? Advice(Reach reach) => reach switch
    {
        Reach.Addition => $"what {context.Unit.Id} promises has grown since {released.Version}: {released.Version.After(reach)} would be the right version",
        Reach.Break when BreaksAreDeclared => $"breaks what {released.Version} promised, as its version says",
        _ => null,
    };

    // The committed copy may lag behind what the build wrote; its lines are where people look all the same.
    private (int Line, int Column)? PlaceOf(string file, string pointer) =>
        file.EndsWith(".json", StringComparison.Ordinal) ? PointerPlace.Find(File.ReadAllBytes(context.Absolute(file)), pointer) : null;

    private string Head(ContractChange change) => $"{change}{(change.Pointer.StartsWith('#') ? $" at {change.Pointer}" : "")}, promised in {released.Version}";

    private static string Words(UnitId promising, ImmutableArray<Consumer> consumers) => consumers.IsEmpty
        ? "nobody in the platform uses it"
        : $"used by {string.Join(", ", consumers.Select(consumer => consumer.Through == promising ? $"{consumer.Unit}" : $"{consumer}"))}";
}
