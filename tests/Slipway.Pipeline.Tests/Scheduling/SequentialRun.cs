using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Tests.Scheduling;

/// <summary>The oracle: a plan run by one hand, node after node in the plan's order, as one would explain it.</summary>
internal static class SequentialRun
{
    public static string Of(Plan plan, AnyPlan sketch, bool keepGoing)
    {
        var results = new Dictionary<NodeKey, NodeResult>();
        foreach (var step in plan.Steps)
        {
            var ended = !keepGoing && results.Values.Any(result => result.Failed && !Forgives(plan, result));
            foreach (var node in plan.NodesOf(step.Name))
            {
                var blocker = node.After.FirstOrDefault(stage => Blocks(plan, results[new(node.Unit, stage)]));
                results[node.Key] = ended ? NotReached(node, "an earlier stage failed")
                    : blocker is not null ? NotReached(node, $"{blocker} did not succeed")
                    : Run(node, sketch.Of(node));
            }
        }
        return Report(plan.Nodes.Select(node => results[node.Key]));
    }

    public static string Report(IEnumerable<NodeResult> results) => string.Join('\n', results.Select(result =>
        $"{result.Node.Key}: {result.Result.Outcome.Match(() => "succeeded", reason => $"failed: {reason}", reason => $"skipped: {reason}")}"
        + (result.Replayed ? ", replayed" : "") + (result.NotReached ? ", not reached" : "")));

    private static NodeResult Run(PlanNode node, AnyPlan.Fate fate) => new()
    {
        Node = node,
        Replayed = fate == AnyPlan.Fate.Replayed,
        Result = fate switch
        {
            AnyPlan.Fate.Failed => StageResult.Failed("no"),
            AnyPlan.Fate.Skipped => StageResult.Skipped(node.SkipReason!),
            _ => StageResult.Succeeded,
        },
    };

    private static NodeResult NotReached(PlanNode node, string reason) => new() { Node = node, Result = StageResult.Skipped(reason), NotReached = true };

    private static bool Blocks(Plan plan, NodeResult result) => result.NotReached || (result.Failed && !Forgives(plan, result));

    private static bool Forgives(Plan plan, NodeResult result) => plan.Steps.Single(step => step.Name == result.Node.Stage).Forgiving;
}
