using Cake.Frosting;
using Slipway.Pipeline.Stages.Typecheck;

namespace Slipway.Frosting.Tasks;

[TaskName("Typecheck")]
[TaskDescription("Compile .NET units in one build, check the types of Node units")]
[IsDependentOn(typeof(RestoreTask))]
public sealed class TypecheckTask : StageTask<TypecheckStage>;
