using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Database;

/// <summary>Which database a connection string leads to, in the words of messages. It has no password.</summary>
internal static class Place
{
    private static readonly string[] _hosts = ["Host", "Server"];
    private static readonly string[] _roles = ["Username", "User Name", "User ID", "UserId", "User", "UID"];

    /// <returns><c>the database 'shop' at db.example:5432</c>, or <c>the database file /var/lib/shop.db</c>.</returns>
    public static string Of(DbContext context)
    {
        if (context.Database.ProviderName == Session.Sqlite)
            return SqliteFile.Of(context) is { } path ? $"the database file {path}" : "the database in memory";
        var parts = PartsOf(context);
        var port = First(parts, ["Port"]) ?? "5432";
        return $"the database '{context.Database.GetDbConnection().Database}' at {First(parts, _hosts) ?? "localhost"}:{port}";
    }

    /// <returns>The role that a connection string names; null where it names none.</returns>
    public static string? RoleOf(DbContext context) => First(PartsOf(context), _roles);

    private static DbConnectionStringBuilder PartsOf(DbContext context) => new() { ConnectionString = context.Database.GetDbConnection().ConnectionString };

    private static string? First(DbConnectionStringBuilder parts, IEnumerable<string> keys) =>
        keys.Select(key => parts.TryGetValue(key, out var value) ? value as string : null).FirstOrDefault(value => value is { Length: > 0 });
}
