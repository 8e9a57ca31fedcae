using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Scheduling;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Runs;

/// <summary>A node that a task awaits and prints.</summary>
public sealed record RunningNode(PlanNode Node, StageLog Log, Task<NodeResult> Completion);
