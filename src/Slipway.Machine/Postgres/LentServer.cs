using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Slipway.Machine.Postgres;

/// <summary>
/// A server that somebody lends. Our databases bear the run's number, and the run holds an advisory lock of that number as long as it
/// lives: a later run removes the databases of numbers that nobody holds.
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
        foreach (var name in await OursAsync(Prefix, CancellationToken.None).ConfigureAwait(false))
            await DropAsync(name, CancellationToken.None).ConfigureAwait(false);
        await _alive.DisposeAsync().ConfigureAwait(false);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var run in (await OursAsync(Mark, cancellationToken).ConfigureAwait(false)).GroupBy(name => name.Split('_')[1]))
        {
            if (run.Key == _run || !IsRun(run.Key) || !await TryLockAsync(run.Key, cancellationToken).ConfigureAwait(false)) continue;
            foreach (var name in run) await DropAsync(name, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsRun(string text) => text.Length == 16 && text.All(char.IsAsciiHexDigitLower);

    private async Task<bool> TryLockAsync(string run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", _alive);
        command.Parameters.Add(new() { Value = long.Parse(run, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private async Task<IReadOnlyList<string>> OursAsync(string prefix, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT datname FROM pg_database WHERE starts_with(datname, $1) ORDER BY datname", _alive);
        command.Parameters.Add(new() { Value = prefix });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) names.Add(reader.GetString(0));
        return names;
    }
}
