using Cake.Frosting;
using Slipway.Pipeline.Stages.Boundaries;

namespace Slipway.Frosting.Tasks;

[TaskName("Boundaries")]
[TaskDescription("Refuse every reference from one unit into another that is not a package")]
[IsDependentOn(typeof(TypecheckTask))]
public sealed class BoundariesTask : StageTask<BoundariesStage>;
