using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>Gives a stage what it may know of its unit: the run, and what the unit's earlier stages gave.</summary>
internal sealed class NodeContexts(Plan plan, RunContext run, RecordStore records)
{
    private readonly NodeResults _finished = new();
    private readonly Dictionary<UnitId, Unit> _units = plan.Units.ToDictionary(unit => unit.Id);
    private readonly ILookup<UnitId, (PlanNode Node, PlanStep Step)> _assumed = plan.Assumed.ToLookup(before => before.Node.Unit);
    private readonly ILookup<UnitId, PlanNode> _beside = plan.Beside.ToLookup(node => node.Unit);

    public void Add(NodeResult result) => _finished.Add(result);

    public StageContext Of(PlanNode node, StageLog log)
    {
        var context = ContextOf(node, log);
        var assumed = _assumed[node.Unit].Select(before => Assumed(before.Node, before.Step, context)).OfType<NodeResult>().ToImmutableDictionary(result => result.Node.Stage);
        return assumed.IsEmpty ? context : context with { Before = assumed.SetItems(context.Before) };
    }

    private NodeResult? Assumed(PlanNode node, PlanStep step, StageContext context)
    {
        if (node.SkipReason is { } reason) return new NodeResult { Node = node, Result = StageResult.Skipped(reason) };
        return records.FindStanding(node, step.Stage, context with { Stage = node.Stage, Fingerprint = node.Fingerprint }) is { } record
            ? new NodeResult { Node = node, Result = record.Result, Record = record, Replayed = true }
            : null;
    }

    private StageContext ContextOf(PlanNode node, StageLog log) => new()
    {
        Unit = _units[node.Unit],
        Stage = node.Stage,
        Fingerprint = node.Fingerprint,
        Run = run,
        Log = log,
        Before = _finished.Of(node.Unit),
        Others = Others,
    };

    private Dictionary<StageName, StageResult> Others(UnitId unit) => _finished.Of(unit) is { Count: > 0 } finished
        ? finished.ToDictionary(result => result.Key, result => result.Value.Result)
        : _beside[unit].Select(records.Find).OfType<StageRecord>().ToDictionary(record => record.Stage, record => record.Result);
}
