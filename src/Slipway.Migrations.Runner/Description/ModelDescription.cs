using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Slipway.Migrations.Runner.Compatibility;

namespace Slipway.Migrations.Runner.Description;

/// <summary>
/// The tables that the service's code reads and writes, in the order of schema and name; columns, keys, indexes and foreign keys in the
/// order of their names. A <c>schema</c> of null is the connection's own. <c>generated</c>: the database makes the value (identity or computed).
/// </summary>
internal static class ModelDescription
{
    public static JsonObject Of(IModel model) => new()
    {
        ["tables"] = Array(model.GetRelationalModel().Tables
            .OrderBy(table => table.Schema, StringComparer.Ordinal).ThenBy(table => table.Name, StringComparer.Ordinal)
            .Select(TableOf)),
    };

    private static JsonObject TableOf(ITable table) => new()
    {
        ["schema"] = table.Schema,
        ["name"] = table.Name,
        ["excludedFromMigrations"] = table.IsExcludedFromMigrations,
        ["columns"] = Array(table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(ColumnOf)),
        ["keys"] = Array(table.UniqueConstraints.OrderBy(key => key.Name, StringComparer.Ordinal).Select(key => new JsonObject
        {
            ["name"] = key.Name,
            ["columns"] = Names(key.Columns),
            ["primary"] = key.GetIsPrimaryKey(),
        })),
        ["indexes"] = Array(table.Indexes.OrderBy(index => index.Name, StringComparer.Ordinal).Select(index => new JsonObject
        {
            ["name"] = index.Name,
            ["columns"] = Names(index.Columns),
            ["unique"] = index.IsUnique,
            ["filter"] = index.Filter,
        })),
        ["foreignKeys"] = Array(table.ForeignKeyConstraints.OrderBy(key => key.Name, StringComparer.Ordinal).Select(key => new JsonObject
        {
            ["name"] = key.Name,
            ["columns"] = Names(key.Columns),
            ["principalSchema"] = key.PrincipalTable.Schema,
            ["principalTable"] = key.PrincipalTable.Name,
            ["principalColumns"] = Names(key.PrincipalColumns),
            ["onDelete"] = key.OnDeleteAction.ToString(),
        })),
    };

    private static JsonObject ColumnOf(IColumn column) => new()
    {
        ["name"] = column.Name,
        ["type"] = column.StoreType,
        ["nullable"] = column.IsNullable,
        ["hasDefault"] = column.HasDefault,
        ["generated"] = column.Filling is ColumnFilling.Computed or ColumnFilling.Identity,
    };

    private static JsonArray Names(IEnumerable<IColumn> columns) => new([.. columns.Select(column => (JsonNode)column.Name)]);

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
