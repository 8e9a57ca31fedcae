using System.Collections.Immutable;

namespace Slipway.Migrations;

/// <summary>A table that a service's code uses.</summary>
/// <param name="Schema">Null for the connection's first.</param>
/// <param name="Name">As it is written in the database.</param>
/// <param name="Columns">The names of those it uses.</param>
public sealed record DescribedTable(string? Schema, string Name, ImmutableArray<string> Columns);
