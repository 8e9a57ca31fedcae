using Cake.Frosting;
using Slipway.Pipeline.Stages.Evaluate;

namespace Slipway.Frosting.Tasks;

[TaskName("Evaluate")]
[TaskDescription("Run the evaluation suites of units that have AI")]
[IsDependentOn(typeof(TypecheckTask))]
public sealed class EvaluateTask : StageTask<EvaluateStage>;
