using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Slipway.Migrations.Runner.Database;

namespace Slipway.Migrations.Runner.Description;

/// <summary>
/// What <c>describe</c> prints, format 1: <c>context</c>, <c>provider</c>, <c>schemas</c> (every schema that the model's tables are in),
/// <c>history</c> (schema and table), <c>pendingModelChanges</c>, <c>model</c> (<see cref="ModelDescription"/>) and <c>migrations</c>
/// (<see cref="MigrationDescription"/>). <c>database</c> is null: no database is asked.
/// </summary>
internal static class BundleDescription
{
    public static JsonObject Of(DbContext context)
    {
        var model = context.GetService<IDesignTimeModel>().Model;
        return new()
        {
            ["format"] = 1,
            ["context"] = context.GetType().Name,
            ["provider"] = context.Database.ProviderName,
            ["database"] = null,
            ["schemas"] = new JsonArray([.. SchemasOf(context, model).Select(schema => (JsonNode)schema)]),
            ["history"] = HistoryOf(context),
            ["pendingModelChanges"] = context.Database.HasPendingModelChanges(),
            ["model"] = ModelDescription.Of(model),
            ["migrations"] = new JsonArray([.. MigrationDescription.AllOf(context)]),
        };
    }

    private static IEnumerable<string> SchemasOf(DbContext context, IModel model)
    {
        // Where a model names no schema, PostgreSQL's search path does; SQLite has none.
        var unnamed = context.Database.ProviderName == Session.PostgreSql ? "public" : null;
        return model.GetRelationalModel().Tables.Select(table => table.Schema)
            .Append(model.GetDefaultSchema())
            .Select(schema => schema ?? unnamed).OfType<string>()
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static JsonObject HistoryOf(DbContext context)
    {
        var (schema, table) = HistoryTable.Of(context);
        return new() { ["schema"] = schema, ["table"] = table };
    }
}
