using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Migrations;

/// <summary>One operation of a migration.</summary>
public sealed record MigrationStep
{
    /// <summary>The name of EF Core's operation, such as <c>AddColumnOperation</c>; null in a folder of SQL files.</summary>
    public string? Operation { get; init; }

    /// <summary>The operation's properties, an object; undefined in a folder of SQL files.</summary>
    public JsonElement Properties { get; init; }

    /// <summary>What it runs, in order.</summary>
    public required ImmutableArray<MigrationCommand> Commands { get; init; }

    /// <summary>Whether somebody wrote the SQL by hand, so that only observation can tell what it does.</summary>
    public bool IsRaw => Operation is null or "SqlOperation";
}
