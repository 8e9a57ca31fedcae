using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Database;

/// <summary>The file of an SQLite database.</summary>
internal static class SqliteFile
{
    /// <returns>Its path; null for a database in memory.</returns>
    public static string? Of(DbContext context)
    {
        var source = context.Database.GetDbConnection().DataSource;
        var inMemory = source.Length == 0 || source.StartsWith(":memory:", StringComparison.Ordinal) || Mode(context) == "memory";
        return inMemory ? null : Path.GetFullPath(source);
    }

    /// <summary>SQLite makes the file of a database that is not there; a mistyped path must not become an empty database.</summary>
    public static void RefuseMissing(DbContext context)
    {
        if (Of(context) is { } path && !File.Exists(path) && Mode(context) != "readwritecreate")
            throw new RunnerException(ExitCode.Unreachable, Codes.Unreachable, $"There is no database file {path}. It is not created here.",
                "Correct the path in the connection string. An empty file is an empty database, and Mode=ReadWriteCreate in the connection string makes one.");
    }

    private static string? Mode(DbContext context) =>
        new DbConnectionStringBuilder { ConnectionString = context.Database.GetConnectionString() }.TryGetValue("Mode", out var mode)
            ? mode.ToString()?.ToLowerInvariant()
            : null;
}
