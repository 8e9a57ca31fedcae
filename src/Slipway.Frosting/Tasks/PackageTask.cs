using Cake.Frosting;
using Slipway.Pipeline.Stages.Package;

namespace Slipway.Frosting.Tasks;

[TaskName("Package")]
[TaskDescription("Put together what each unit ships, its migration bundle included")]
[IsDependentOn(typeof(TypecheckTask))]
public sealed class PackageTask : StageTask<PackageStage>;
