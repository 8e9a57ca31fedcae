using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>Gives a stage what it may know of its unit: the run, and what the unit's earlier stages gave.</summary>
internal sealed class NodeContexts(Plan plan, RunContext run, RecordStore records)
{
    private readonly NodeResults _finished = new();

    public void Add(NodeResult result) => _finished.Add(result);

    public StageContext Of(PlanNode node, StageLog log)
    {
        var context = ContextOf(node, log);
        var assumed = plan.Assumed
            .Where(before => before.Node.Unit == node.Unit)
            .Select(before => records.FindStanding(before.Node, before.Step.Stage, context with { Stage = before.Node.Stage, Fingerprint = before.Node.Fingerprint }))
            .OfType<StageRecord>()
            .ToDictionary(record => record.Stage, record => record.Result);
        return assumed.Count == 0 ? context : context with { Earlier = assumed.ToImmutableDictionary().SetItems(context.Earlier) };
    }

    private StageContext ContextOf(PlanNode node, StageLog log) => new()
    {
        Unit = plan.Units.First(unit => unit.Id == node.Unit),
        Stage = node.Stage,
        Fingerprint = node.Fingerprint,
        Run = run,
        Log = log,
        Earlier = _finished.Of(node.Unit),
    };
}
