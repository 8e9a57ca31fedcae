using Cake.Frosting;
using Slipway.Pipeline.Stages.Restore;

namespace Slipway.Frosting.Tasks;

[TaskName("Restore")]
[TaskDescription("Fetch the packages that units ask for")]
public sealed class RestoreTask : StageTask<RestoreStage>;
