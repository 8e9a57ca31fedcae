using Cake.Frosting;
using Slipway.Pipeline.Stages.Tests;

namespace Slipway.Frosting.Tasks;

[TaskName("Integration")]
[TaskDescription("Run integration tests against a real PostgreSQL")]
[IsDependentOn(typeof(MigrationsTask))]
public sealed class IntegrationTask : StageTask<IntegrationTestStage>;
