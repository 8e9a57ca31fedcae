using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Scheduling;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Runs;

/// <summary>What the whole success of a run stands on, beside the repository and the environment.</summary>
/// <param name="Files">Absolute; a folder stands for all below it, and with a slash at its end for what lies in it by name.</param>
/// <param name="NothingRan">Whether earlier verdicts stood for every stage that has anything to do.</param>
public sealed record RunPremises(ImmutableArray<string> Files, bool NothingRan)
{
    /// <summary>Null where anything failed or was not reached, and where a stage does not tell what it looks at. What found nothing to do stands like a success.</summary>
    internal static RunPremises? Of(Plan plan, ImmutableArray<NodeResult> results, NodeContexts contexts, ArtifactPaths paths)
    {
        if (results.IsEmpty || results.Length < plan.Nodes.Length) return null;
        var stages = plan.Steps.ToDictionary(step => step.Name, step => step.Stage);
        var files = new List<string>();
        var nothingRan = true;
        foreach (var result in results.Where(result => result.Node.SkipReason is null))
        {
            if (result.NotReached || result.Result.Outcome is StageOutcome.Failed) return null;
            if (stages[result.Node.Stage].LooksAt(contexts.Of(result.Node, new StageLog()), result.Result) is not { } looked) return null;
            files.AddRange(looked);
            files.Add(paths.Records(result.Node.Unit));
            nothingRan &= result.Replayed;
        }
        return new([.. files], nothingRan);
    }
}
