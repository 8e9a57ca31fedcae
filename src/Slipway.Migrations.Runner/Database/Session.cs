using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.CommandLine;

namespace Slipway.Migrations.Runner.Database;

/// <summary>The one open connection that all of a run's statements use, with its limits set.</summary>
internal static class Session
{
    public const string PostgreSql = "Npgsql.EntityFrameworkCore.PostgreSQL";

    public const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";

    private static readonly string[] _databases = ["Database", "DB"];

    /// <summary>Opens the context's connection and keeps it open, so that settings of the session last and no database is created.</summary>
    public static async Task OpenAsync(DbContext context, RunnerOptions options, CancellationToken cancellation)
    {
        await ConnectAsync(context, cancellation);
        if (context.Database.ProviderName == Sqlite)
        {
            // There it is no limit on a statement, but on the wait for a database in use.
            context.Database.SetCommandTimeout(options.TableLockTimeout);
            return;
        }

        await SetAsync(context, "lock_timeout", options.TableLockTimeout, cancellation);
        await SetAsync(context, "statement_timeout", options.StatementTimeout, cancellation);
        // The server has the limits; the client's own (30 s) would break off a long index build.
        context.Database.SetCommandTimeout(0);
        await TrySetAsync(context, "client_connection_check_interval", TimeSpan.FromSeconds(1), cancellation);
    }

    public static async Task ConnectAsync(DbContext context, CancellationToken cancellation)
    {
        if (context.Database.ProviderName is not PostgreSql and not Sqlite)
            throw new RunnerException(ExitCode.Usage, Codes.OtherProvider, $"This runner knows {PostgreSql} and {Sqlite}, not {context.Database.ProviderName}.",
                "Migrate this database with a program of its own.");
        RefuseUnreadable(context);
        RefuseNameless(context);
        if (context.Database.ProviderName == Sqlite)
            SqliteFile.RefuseMissing(context);

        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var cause = Failure.Find(failure) ?? failure;
            var detail = cause.InnerException is { } inner ? $"{cause.Message}: {inner.Message}" : cause.Message;
            var role = Place.RoleOf(context) is { } name ? $" as the role '{name}'" : "";
            throw new RunnerException(ExitCode.Unreachable, Codes.Unreachable,
                $"{Capital(Place.Of(context))} cannot be reached{role}: {detail.TrimEnd('.')}. Nothing was changed.", Remedy.ForConnection(Failure.Find(failure)), failure);
        }
    }

    /// <summary>A connection string that the provider cannot read. What it says of that may quote a value, and is redacted where it is printed.</summary>
    public static void RefuseUnreadable(DbContext context)
    {
        try
        {
            _ = context.Database.GetDbConnection().ConnectionString;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new RunnerException(ExitCode.Usage, Codes.BadConnection, $"The connection string is not one for {context.GetType().Name}: {failure.Message}",
                "Correct the key or the value that is named.", failure);
        }
    }

    // PostgreSQL would take the one that is called as the role is, which need not be the service's.
    private static void RefuseNameless(DbContext context)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = context.Database.GetDbConnection().ConnectionString };
        if (context.Database.ProviderName == PostgreSql && !_databases.Any(key => parts.TryGetValue(key, out var name) && name is string { Length: > 0 }))
            throw new RunnerException(ExitCode.Usage, Codes.BadConnection, "The connection string names no database.", "Add Database=, with the name of the service's own.");
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static async Task SetAsync(DbContext context, string setting, TimeSpan limit, CancellationToken cancellation)
    {
        var milliseconds = ((long)limit.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        await context.Database.AskAsync("SELECT set_config(name, @milliseconds, false) FROM pg_settings WHERE name = @setting", cancellation, ("milliseconds", milliseconds), ("setting", setting));
    }

    // Makes the server notice that a killed bundle is gone. It came with PostgreSQL 14, and not on every operating system.
    private static async Task TrySetAsync(DbContext context, string setting, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            await SetAsync(context, setting, limit, cancellation);
        }
        catch (DbException)
        {
            return;
        }
    }
}
