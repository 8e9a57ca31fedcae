using Cake.Frosting;
using Slipway.Pipeline.Stages.Security;

namespace Slipway.Frosting.Tasks;

[TaskName("Security")]
[TaskDescription("Look for insecure code, vulnerable packages and secrets")]
[IsDependentOn(typeof(TypecheckTask))]
public sealed class SecurityTask : StageTask<SecurityStage>;
