using System.Collections.Immutable;

namespace Slipway.Migrations;

/// <summary>The tables that a service's code reads and writes.</summary>
/// <param name="Tables">In no order that matters.</param>
public sealed record DescribedModel(ImmutableArray<DescribedTable> Tables)
{
    /// <summary>Whether the code uses a column, or a whole table where none is given.</summary>
    /// <param name="schema">Null and <c>public</c> are the same.</param>
    /// <param name="table">As it is written in the database.</param>
    /// <param name="column">As it is written in the database.</param>
    public bool Uses(string? schema, string table, string? column = null) => Tables.Any(used =>
        used.Name == table && (used.Schema ?? "public") == (schema ?? "public") && (column is null || used.Columns.Contains(column, StringComparer.Ordinal)));
}
