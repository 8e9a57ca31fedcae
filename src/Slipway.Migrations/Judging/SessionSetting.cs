using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Judging;

/// <summary>How a session begins a migration: as whoever runs it would, but for what the server tells.</summary>
internal static class SessionSetting
{
    public static async Task ApplyAsync(Database database, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync("RESET ALL", cancellationToken).ConfigureAwait(false);
        await database.ExecuteAsync("SET lock_timeout = 0", cancellationToken).ConfigureAwait(false);
        await database.ExecuteAsync("SET statement_timeout = 0", cancellationToken).ConfigureAwait(false);
        await database.ExecuteAsync(SessionState.HearAll, cancellationToken).ConfigureAwait(false);
        database.TakeNotices();
    }
}
