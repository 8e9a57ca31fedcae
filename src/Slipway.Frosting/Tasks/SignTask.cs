using Cake.Frosting;
using Slipway.Pipeline.Stages.Sign;

namespace Slipway.Frosting.Tasks;

[TaskName("Sign")]
[TaskDescription("Sign each release")]
[IsDependentOn(typeof(LintTask))]
[IsDependentOn(typeof(BoundariesTask))]
[IsDependentOn(typeof(UnitTask))]
[IsDependentOn(typeof(MigrationsTask))]
[IsDependentOn(typeof(IntegrationTask))]
[IsDependentOn(typeof(EvaluateTask))]
[IsDependentOn(typeof(SecurityTask))]
[IsDependentOn(typeof(PackageTask))]
public sealed class SignTask : StageTask<SignStage>;
