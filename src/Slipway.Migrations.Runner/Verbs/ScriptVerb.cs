using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>Prints all migrations as one idempotent script. For review only: the bundle is what deploys.</summary>
internal sealed class ScriptVerb : Verb
{
    public override async Task<ExitCode> RunAsync(Run run, CancellationToken cancellation)
    {
        await using var context = run.Context();
        run.Journal.Text(context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
        return ExitCode.Done;
    }
}
