using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Slipway.Machine.Postgres;

/// <summary>
/// A server that somebody lends. Our databases bear the run's number, and the run holds an advisory lock of that number as long as it
/// lives: a later run removes the databases of numbers that nobody holds, and the roles that were made for them.
/// </summary>
internal sealed class LentServer : PostgresCluster
{
    private const string Mark = "slipway_";
    private readonly NpgsqlConnection _alive;
    private readonly string _run;

    private LentServer(string connectionString, NpgsqlConnection alive, string run)
        : base(connectionString) => (_alive, _run) = (alive, run);

    private protected override string Prefix => $"{Mark}{_run}_";

    public static async Task<LentServer> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        // Kept open for the whole run, so a proxy must not take it for idle.
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 };
        var alive = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await alive.OpenAsync(cancellationToken).ConfigureAwait(false);
            var server = new LentServer(connectionString, alive, RandomNumberGenerator.GetHexString(16, lowercase: true));
            await server.TryLockAsync(server._run, cancellationToken).ConfigureAwait(false);
            await server.SweepAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await alive.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await RemoveAsync(await OursAsync(Prefix, CancellationToken.None).ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
        await _alive.DisposeAsync().ConfigureAwait(false);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var run in (await OursAsync(Mark, cancellationToken).ConfigureAwait(false)).GroupBy(ours => ours.Name.Split('_')[1]))
        {
            if (run.Key == _run || !IsRun(run.Key) || !await TryLockAsync(run.Key, cancellationToken).ConfigureAwait(false)) continue;
            await RemoveAsync(run, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RemoveAsync(IEnumerable<(string Name, bool IsRole)> ours, CancellationToken cancellationToken)
    {
        foreach (var (name, isRole) in ours)
            await (isRole ? ExecuteAsync($"DROP ROLE IF EXISTS {Quoted(name)}", cancellationToken) : DropAsync(name, cancellationToken)).ConfigureAwait(false);
    }

    private static bool IsRun(string text) => text.Length == 16 && text.All(char.IsAsciiHexDigitLower);

    private async Task<bool> TryLockAsync(string run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", _alive);
        command.Parameters.Add(new() { Value = long.Parse(run, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    // Databases first: a role owns nothing once its database is gone.
    private async Task<IReadOnlyList<(string Name, bool IsRole)>> OursAsync(string prefix, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT name, is_role FROM (SELECT datname::text AS name, false AS is_role FROM pg_database UNION ALL SELECT rolname::text, true FROM pg_roles) AS ours
            WHERE starts_with(name, $1) ORDER BY is_role, name
            """,
            _alive);
        command.Parameters.Add(new() { Value = prefix });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var ours = new List<(string, bool)>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) ours.Add((reader.GetString(0), reader.GetBoolean(1)));
        return ours;
    }
}
