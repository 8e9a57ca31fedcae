using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>Gives a stage what it may know of its unit: the run, and what the unit's earlier stages gave.</summary>
internal sealed class NodeContexts(Plan plan, RunContext run)
{
    private readonly NodeResults _finished = new();

    public void Add(NodeResult result) => _finished.Add(result);

    public StageContext Of(PlanNode node, StageLog log) => new()
    {
        Unit = plan.Units.First(unit => unit.Id == node.Unit),
        Stage = node.Stage,
        Fingerprint = node.Fingerprint,
        Run = run,
        Log = log,
        Earlier = _finished.Of(node.Unit),
    };
}
