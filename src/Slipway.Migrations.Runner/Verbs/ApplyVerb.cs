using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.Database;
using Slipway.Migrations.Runner.Output;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>Moves the database to the target: one deployment at a time, forwards or back.</summary>
internal sealed class ApplyVerb : Verb
{
    public override async Task<ExitCode> RunAsync(Run run, CancellationToken cancellation)
    {
        await using var context = run.Context();
        Session.RefuseUnreadable(context);
        var target = Target.Resolve(run.Options.Target, [.. context.Database.GetMigrations()]);

        // Before the first command: EF Core remembers for a second that nobody listened.
        var position = new Position();
        using var progress = Progress.Of(context, run.Journal, position);
        await using var deployment = await DeploymentLock.AcquireAsync(run, context, cancellation);
        await Session.OpenAsync(context, run.Options, cancellation);
        await Refusals.MightyRoleAsync(run, context, cancellation);
        var before = await History.ReadAsync(context, cancellation);
        Refusals.Unknown(before, target);
        Refusals.OutOfOrder(before, target);

        var clock = Stopwatch.StartNew();
        var after = before;
        if (target is not null || before.Pending.Count > 0)
        {
            await InterruptedIndexes.DropAsync(run, context, before.Pending, cancellation);
            await new Mover(run, context, position).MoveAsync(target, cancellation);
            after = await History.ReadAsync(context, cancellation);
        }
        // A history from before there were marks, which is this bundle's from its first to its last.
        else if (before is { Applied.Count: > 0, Unknown.Count: 0 })
        {
            await ServiceMark.ClaimAsync(run, context, cancellation);
        }
        run.Journal.Done(new()
        {
            Applied = [.. after.Applied.Except(before.Applied)],
            Reverted = [.. before.Applied.Except(after.Applied)],
            Elapsed = clock.Elapsed,
        });
        return ExitCode.Done;
    }
}
