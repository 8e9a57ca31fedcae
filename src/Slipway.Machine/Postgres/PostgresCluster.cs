using System.Globalization;
using System.Text;
using Npgsql;
using Slipway.Model;

namespace Slipway.Machine.Postgres;

/// <summary>A PostgreSQL server to make databases on. Disposing of it removes them, and a throwaway server altogether.</summary>
public abstract class PostgresCluster : IAsyncDisposable
{
    private const int LongestName = 63;

    private protected PostgresCluster(string adminConnectionString) => AdminConnectionString = adminConnectionString;

    /// <summary>As a user who may create databases. It holds a password.</summary>
    public string AdminConnectionString { get; }

    /// <summary>What the names of our databases begin with; empty on a server of our own.</summary>
    private protected virtual string Prefix => "";

    /// <summary>Makes an empty database, or a copy of another of ours, and gives its connection string.</summary>
    /// <param name="name">Any text; on a lent server it gets a unique prefix.</param>
    /// <param name="template">The name of the database to copy; nobody may be connected to it.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async Task<string> CreateDatabaseAsync(string name, string? template = null, CancellationToken cancellationToken = default)
    {
        var copy = template is null ? "template0" : Full(template);
        await ExecuteAsync($"CREATE DATABASE {Quoted(Full(name))} TEMPLATE {Quoted(copy)}", cancellationToken).ConfigureAwait(false);
        return ConnectionStringOf(name);
    }

    /// <summary>Removes a database; connections to it are ended, and one that does not exist is no error.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken cancellationToken = default) => DropAsync(Full(name), cancellationToken);

    /// <summary>The connection string of a database of ours.</summary>
    public string ConnectionStringOf(string name) => new NpgsqlConnectionStringBuilder(AdminConnectionString) { Database = Full(name) }.ConnectionString;

    /// <summary>
    /// How many sessions clients have begun in a database of ours. A server older than PostgreSQL 14 counts no sessions; then it is how many
    /// transactions were committed there.
    /// </summary>
    public async Task<long> SessionsAsync(string name, CancellationToken cancellationToken = default)
    {
        var literal = Full(name).Replace("'", "''", StringComparison.Ordinal);
        var count = await AskAsync($"SELECT coalesce((to_jsonb(s) ->> 'sessions')::bigint, s.xact_commit) FROM pg_stat_database s WHERE datname = '{literal}'", cancellationToken).ConfigureAwait(false);
        return count as long? ?? 0;
    }

    public abstract ValueTask DisposeAsync();

    private protected Task DropAsync(string fullName, CancellationToken cancellationToken) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {Quoted(fullName)} WITH (FORCE)", cancellationToken);

    private protected Task ExecuteAsync(string statement, CancellationToken cancellationToken) => AskAsync(statement, cancellationToken);

    private async Task<object?> AskAsync(string statement, CancellationToken cancellationToken)
    {
        // Not pooled: an idle connection to the admin database would outlive us on a lent server.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(AdminConnectionString) { Pooling = false }.ConnectionString);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // identifiers cannot be parameters; all pass through Quoted, and the one literal is quoted too
            command.CommandText = statement;
#pragma warning restore CA2100
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // PostgreSQL cuts longer names silently, so that two of them could become one.
    private string Full(string name)
    {
        var full = Prefix + name;
        if (Encoding.UTF8.GetByteCount(full) <= LongestName) return full;
        var ascii = new string([.. full.Where(char.IsAscii)]);
        return string.Create(CultureInfo.InvariantCulture, $"{ascii[..Math.Min(ascii.Length, 50)]}_{Digest.Of(full).Short}");
    }

    private protected static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
