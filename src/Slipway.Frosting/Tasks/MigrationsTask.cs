using Cake.Frosting;
using Slipway.Pipeline.Stages.Migrations;

namespace Slipway.Frosting.Tasks;

[TaskName("Migrations")]
[TaskDescription("Refuse migrations that would hurt a running release, by running them on a real PostgreSQL")]
[IsDependentOn(typeof(TypecheckTask))]
public sealed class MigrationsTask : StageTask<MigrationsStage>;
