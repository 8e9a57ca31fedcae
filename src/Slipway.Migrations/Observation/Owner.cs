using System.Security.Cryptography;
using Npgsql;
using Slipway.Migrations.Staging;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Observation;

/// <summary>
/// A role that owns one scratch database and may do nothing outside of it, whatever the user may who lends the server: what a judged migration does
/// to roles, to other databases or to files, PostgreSQL itself refuses. Production's role may no more either.
/// </summary>
internal sealed class Owner : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _connection;

    private Owner(Database lender, NpgsqlConnectionStringBuilder connection) => (Lender, _connection) = (lender, connection);

    /// <summary>A session of the user who lends the server.</summary>
    public Database Lender { get; }

    private string Role => Sql.Name(_connection.Username!);

    /// <summary>Gives the database an owner of its own.</summary>
    /// <param name="scratch">Its connection string, of a user who may make roles.</param>
    /// <param name="cancellationToken">Ends the statement that runs.</param>
    /// <exception cref="BadInputException">The database cannot be used, or its user may make no roles.</exception>
    public static async Task<Owner> MakeAsync(string scratch, CancellationToken cancellationToken)
    {
        var lender = await Database.OpenAsync(scratch, cancellationToken).ConfigureAwait(false);
        var connection = new NpgsqlConnectionStringBuilder(scratch);
        connection.Username = RoleFor(connection.Database!);
        connection.Password = RandomNumberGenerator.GetHexString(32);
        var owner = new Owner(lender, connection);
        try
        {
            await owner.CreateAsync(cancellationToken).ConfigureAwait(false);
            return owner;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            await owner.DisposeAsync().ConfigureAwait(false);
            throw new BadInputException(
                new Problem
                {
                    Code = Codes.ScratchUnusable,
                    Message = $"The scratch database '{connection.Database}' on {connection.Host}:{connection.Port} cannot be given an owner of its own, so that migrations could change "
                        + $"what else is on the server: {refusal.MessageText} (SQLSTATE {refusal.SqlState})",
                    Mend = "let the user of the connection string make roles (ALTER ROLE … CREATEROLE), or leave it out: then a server is started for the judge alone",
                },
                refusal);
        }
        catch
        {
            await owner.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A session of the owner, in which migrations run.</summary>
    public Task<Database> OpenAsync(CancellationToken cancellationToken) => Database.OpenAsync(_connection.ConnectionString, cancellationToken, this);

    /// <summary>Whether a statement touches its own database only, although PostgreSQL may ask for a superuser: these words alone, so that nothing rides along.</summary>
    public static bool MayBeRaised(string sql) => sql.ToUpperInvariant().Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries)
        is ["CREATE" or "ALTER", "EXTENSION" or "PUBLICATION" or "CAST", ..] or ["CREATE" or "ALTER", "EVENT", "TRIGGER", ..];

    /// <summary>Runs such a statement in a session of the owner's as a superuser, as far as the lender is one.</summary>
    public async Task RaisedAsync(Database session, Func<Task> run, CancellationToken cancellationToken)
    {
        var isRaised = await Lender.TryExecuteAsync($"ALTER ROLE {Role} SUPERUSER", cancellationToken).ConfigureAwait(false);
        try
        {
            if (isRaised) await IsSuperuserAsync(session, cancellationToken).ConfigureAwait(false);
            await run().ConfigureAwait(false);
            if (isRaised) await SilenceAsync(session, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (isRaised) await LowerAsync(session).ConfigureAwait(false);
        }
    }

    /// <summary>Looks at a session of the owner's while that sees all rows, as far as the lender may have it so: a table may keep some even from its owner.</summary>
    public async Task<T> SeeingAllAsync<T>(Database session, Func<Database, Task<T>> look, CancellationToken cancellationToken)
    {
        var seesAll = await Lender.TryExecuteAsync($"ALTER ROLE {Role} BYPASSRLS", cancellationToken).ConfigureAwait(false);
        try
        {
            return await look(session).ConfigureAwait(false);
        }
        finally
        {
            if (seesAll) await Lender.ExecuteAsync($"ALTER ROLE {Role} NOBYPASSRLS", CancellationToken.None).ConfigureAwait(false);
        }
    }

    // An event trigger would run as a superuser whenever one works in the database: this one, the lender, or the script of an extension.
    private static async Task SilenceAsync(Database session, CancellationToken cancellationToken)
    {
        foreach (var name in await session.QueryAsync("SELECT evtname::text FROM pg_catalog.pg_event_trigger WHERE evtenabled <> 'D'", row => row.GetString(0), cancellationToken).ConfigureAwait(false))
            await session.ExecuteAsync($"ALTER EVENT TRIGGER {Sql.Name(name)} DISABLE", cancellationToken).ConfigureAwait(false);
    }

    private async Task LowerAsync(Database session)
    {
        await Lender.ExecuteAsync($"ALTER ROLE {Role} NOSUPERUSER", CancellationToken.None).ConfigureAwait(false);
        if (await IsSuperuserAsync(session, CancellationToken.None).ConfigureAwait(false)) throw new InvalidOperationException($"The session of {Role} is still one of a superuser.");
    }

    /// <summary>The database is its lender's again, and the role is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var sql in (string[])[$"REASSIGN OWNED BY {Role} TO CURRENT_USER", $"DROP OWNED BY {Role}", $"DROP ROLE IF EXISTS {Role}"])
            await Lender.TryExecuteAsync(sql, CancellationToken.None).ConfigureAwait(false);
        await Lender.DisposeAsync().ConfigureAwait(false);
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        await Lender.ExecuteAsync($"CREATE ROLE {Role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '{_connection.Password}'", cancellationToken).ConfigureAwait(false);
        await Lender.ExecuteAsync($"GRANT {Role} TO CURRENT_USER", cancellationToken).ConfigureAwait(false);
        await Lender.ExecuteAsync($"ALTER DATABASE {Sql.Name(_connection.Database!)} OWNER TO {Role}", cancellationToken).ConfigureAwait(false);
        // Before PostgreSQL 15 it is not the database's owner's.
        if (Lender.ServerVersion < 15) await Lender.TryExecuteAsync($"ALTER SCHEMA public OWNER TO {Role}", cancellationToken).ConfigureAwait(false);
        // Only a superuser may; where the server speaks another language, what it says of its work is not understood, and its catalogs have to do.
        await Lender.TryExecuteAsync($"ALTER ROLE {Role} SET lc_messages = 'C'", cancellationToken).ConfigureAwait(false);
    }

    // Inside of a transaction a session learns what others have done to its role when it opens a catalog anew: one that nobody uses, for what is not in it.
    private static async Task<bool> IsSuperuserAsync(Database session, CancellationToken cancellationToken)
    {
        try
        {
            var look = $"SELECT pg_catalog.pg_conversion_is_visible({RandomNumberGenerator.GetInt32(int.MaxValue)}::pg_catalog.oid) IS NULL";
            await session.QueryAsync(look, row => row.GetBoolean(0), cancellationToken).ConfigureAwait(false);
            var answers = await session.QueryAsync("SELECT pg_catalog.pg_has_role(CURRENT_USER, 'pg_monitor', 'MEMBER')", row => row.GetBoolean(0), cancellationToken).ConfigureAwait(false);
            return answers[0];
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InFailedSqlTransaction)
        {
            // Nothing runs any more before the next transaction, whose begin tells.
            return false;
        }
    }

    // It begins as the database is called, so that who removes the databases that a run has left finds the roles beside them.
    private static string RoleFor(string database)
    {
        var ascii = new string([.. database.Where(char.IsAscii)]);
        return $"{ascii[..Math.Min(ascii.Length, 48)]}_{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
    }
}
