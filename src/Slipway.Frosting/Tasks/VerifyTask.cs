using Cake.Frosting;
using Slipway.Pipeline.Stages.Verify;

namespace Slipway.Frosting.Tasks;

[TaskName("Verify")]
[TaskDescription("Prove each release again from its bytes alone")]
[IsDependentOn(typeof(SignTask))]
public sealed class VerifyTask : StageTask<VerifyStage>;
