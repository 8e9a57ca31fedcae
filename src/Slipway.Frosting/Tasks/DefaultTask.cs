using Cake.Frosting;

namespace Slipway.Frosting.Tasks;

[TaskName("Default")]
[TaskDescription("Everything: every stage of every unit, to signed and verified releases")]
[IsDependentOn(typeof(VerifyTask))]
[Idempotent]
public sealed class DefaultTask : FrostingTask;
