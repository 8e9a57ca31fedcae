using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Slipway.Migrations.Runner.Database;
using Slipway.Migrations.Runner.Output;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>Moves the database to the target: one deployment at a time, forwards or back.</summary>
internal sealed class ApplyVerb : Verb
{
    public override async Task<ExitCode> RunAsync(Run run, CancellationToken cancellation)
    {
        await using var context = run.Context();
        var target = Target.Resolve(run.Options.Target, [.. context.Database.GetMigrations()]);

        // Before the first command: EF Core remembers for a second that nobody listened.
        using var progress = Progress.Of(context, run.Journal);
        await using var deployment = await DeploymentLock.AcquireAsync(run, cancellation);
        await Session.OpenAsync(context, run.Options, cancellation);
        var before = await History.ReadAsync(context, cancellation);
        RefuseUnknown(before, target);

        var clock = Stopwatch.StartNew();
        await context.GetService<IMigrator>().MigrateAsync(target, cancellation);

        var after = await History.ReadAsync(context, cancellation);
        run.Journal.Done(new()
        {
            Applied = [.. after.Applied.Except(before.Applied)],
            Reverted = [.. before.Applied.Except(after.Applied)],
            Elapsed = clock.Elapsed,
        });
        return ExitCode.Done;
    }

    // An older bundle that finds a newer database has nothing to do, and that is well: code rolls back, the schema stays.
    // But moving a database whose last steps it does not know would leave it in a state that no release has ever had.
    private static void RefuseUnknown(History history, string? target)
    {
        if (history.Unknown.Count > 0 && (target is not null || history.Pending.Count > 0))
            throw new RunnerException(ExitCode.UnknownMigrations,
                $"The database holds migrations that this bundle does not know ({string.Join(", ", history.Unknown)}), so it must not move it. "
                + "Run the bundle of the release that applied them.");
    }
}
