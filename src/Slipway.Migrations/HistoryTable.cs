namespace Slipway.Migrations;

/// <summary>Where a database remembers which migrations it has.</summary>
/// <param name="Schema">Null for the connection's first.</param>
/// <param name="Table">The name, such as <c>__EFMigrationsHistory</c>.</param>
public sealed record HistoryTable(string? Schema, string Table);
