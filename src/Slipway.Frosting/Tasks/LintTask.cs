using Cake.Frosting;
using Slipway.Pipeline.Stages.Lint;

namespace Slipway.Frosting.Tasks;

[TaskName("Lint")]
[TaskDescription("Judge style and quality: analyzers, whitespace, ESLint")]
[IsDependentOn(typeof(TypecheckTask))]
public sealed class LintTask : StageTask<LintStage>;
