using System.Data.Common;

namespace Slipway.Migrations.Runner;

/// <summary>What to do about a failure, by its SQLSTATE. SQLite has none, and its messages begin with a number.</summary>
internal static class Remedy
{
    private const string Wrong = "The migration is wrong for this database. Correct it, build a new release, and run that one's bundle; those before it stay applied.";

    public static string For(DbException? failure) => failure?.Message.StartsWith("SQLite Error 13:", StringComparison.Ordinal) == true
        ? "The disk is full. Make room, then run it again; the migration has been taken back."
        : For(failure?.SqlState);

    /// <summary>What to do where no connection comes about.</summary>
    public static string ForConnection(DbException? failure) => failure?.SqlState switch
    {
        "28P01" or "28000" => "The server does not let this role in. Correct the user name and the password in the connection string, or what pg_hba.conf allows.",
        "3D000" => "Correct the database's name in the connection string, or make the database; it is never created here.",
        "42501" => "The role may not connect to this database. Make it the owner of the service's database.",
        "53300" => "The server has no connection left. Run it again when it has.",
        "57P03" => "The server is starting or stopping. Run it again.",
        _ => "See that the server is up, and that host and port in the connection string are its own; then run it again.",
    };

    /// <summary>What to do where EF Core or the provider refuses a statement before the database sees it.</summary>
    public static string ForUnsupported(string message) => message.StartsWith("COPY ", StringComparison.Ordinal)
        ? "The migration is wrong: who runs it neither sends rows nor takes them. Write them as INSERT, build a new release, and run that one's bundle; those before it stay applied."
        : Wrong;

    private static string For(string? state) => state switch
    {
        "55P03" => "A table was in use for longer than --table-lock-timeout. Run it again when there is less traffic.",
        "40P01" or "40001" => "Other transactions were in its way. Run it again.",
        "57014" => "It ran for longer than --statement-timeout. Split it, or allow it more.",
        "53100" => "The disk of the server is full. Make room, then run it again; the migration has been taken back.",
        "42501" => "The role may not do that. Make it the owner of the service's database.",
        "42P07" or "42710" or "42701" or "42P06" =>
            "It is there already: someone made it by hand, or an earlier run left it. Compare it with the migration, take it away, and run it again.",
        "57P01" or "57P02" or "57P03" => "The server ended the connection. Run it again; the migration has been taken back.",
        null => "The connection may have broken. Run it again; what a transaction held has been taken back.",
        _ when state.StartsWith("08", StringComparison.Ordinal) => "The connection broke. Run it again; what a transaction held has been taken back.",
        _ when state.StartsWith("23", StringComparison.Ordinal) => "The rows that are there do not fit. Mend them in a backfill migration before this one.",
        _ => Wrong,
    };
}
