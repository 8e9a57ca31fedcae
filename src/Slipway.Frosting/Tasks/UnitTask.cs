using Cake.Frosting;
using Slipway.Pipeline.Stages.Tests;

namespace Slipway.Frosting.Tasks;

[TaskName("Unit")]
[TaskDescription("Run unit tests")]
[IsDependentOn(typeof(TypecheckTask))]
public sealed class UnitTask : StageTask<UnitTestStage>;
