using Slipway.Migrations.Runner.Database;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>Reports where the database stands, and changes nothing.</summary>
internal sealed class StatusVerb : Verb
{
    public override async Task<ExitCode> RunAsync(Run run, CancellationToken cancellation)
    {
        await using var context = run.Context();
        await Session.OpenAsync(context, run.Options, cancellation);
        var history = await History.ReadAsync(context, cancellation);
        run.Journal.Status(history);
        if (!run.Options.FailIfPending || history.Pending.Count == 0) return ExitCode.Done;
        // What apply would say.
        return history.Unknown.Count > 0 ? ExitCode.UnknownMigrations : ExitCode.Drift;
    }
}
