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
        var assumed = _assumed[node.Unit]
            .Select(before => records.FindStanding(before.Node, before.Step.Stage, context with { Stage = before.Node.Stage, Fingerprint = before.Node.Fingerprint }))
            .OfType<StageRecord>()
            .ToDictionary(record => record.Stage, record => record.Result);
        return assumed.Count == 0 ? context : context with { Earlier = assumed.ToImmutableDictionary().SetItems(context.Earlier) };
    }

    private StageContext ContextOf(PlanNode node, StageLog log) => new()
    {
        Unit = _units[node.Unit],
        Stage = node.Stage,
        Fingerprint = node.Fingerprint,
        Run = run,
        Log = log,
        Earlier = _finished.Of(node.Unit),
        Others = Others,
    };

    private IReadOnlyDictionary<StageName, StageResult> Others(UnitId unit) => _finished.Of(unit) is { Count: > 0 } finished
        ? finished
        : _beside[unit].Select(records.Find).OfType<StageRecord>().ToDictionary(record => record.Stage, record => record.Result);
}
