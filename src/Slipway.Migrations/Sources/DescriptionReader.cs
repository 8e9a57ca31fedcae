using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Sources;

/// <summary>Reads what a bundle's verb <c>describe</c> prints.</summary>
internal static class DescriptionReader
{
    private const int Format = 1;

    public static MigrationSet Read(string json, string? origin)
    {
        var reading = "$";
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.Int("format") is var format && format != Format) throw Bad(origin, $"its format is {format}, and this program reads {Format}", null);
            var migrations = ImmutableArray.CreateBuilder<Migration>();
            foreach (var element in root.GetProperty("migrations").EnumerateArray())
            {
                reading = string.Create(CultureInfo.InvariantCulture, $"$.migrations[{migrations.Count}]");
                migrations.Add(ReadMigration(element));
            }
            reading = "$";
            if (migrations.GroupBy(migration => migration.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
                throw Bad(origin, $"the migration '{twice.Key}' is there twice", null);
            return new()
            {
                Context = root.Text("context") ?? "the context",
                Source = MigrationSource.Bundle,
                Provider = root.Text("provider"),
                Schemas = root.Member("schemas") is { } schemas ? [.. schemas.EnumerateArray().Select(schema => schema.GetString() ?? "public")] : ["public"],
                PendingModelChanges = root.Member("pendingModelChanges") is { ValueKind: JsonValueKind.True },
                Model = root.Member("model") is { } model ? ReadModel(model) : null,
                Migrations = migrations.ToImmutable(),
            };
        }
        catch (JsonException failure)
        {
            throw Bad(origin, $"it is not JSON: {failure.Message}", failure, (int?)failure.LineNumber + 1, (int?)failure.BytePositionInLine + 1);
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Bad(origin, $"at {reading}: {failure.Message}", failure);
        }
    }

    private static Migration ReadMigration(JsonElement element)
    {
        var markers = MigrationMarkers.Read(element.Member("attributes"));
        var down = element.Member("down");
        return new()
        {
            Id = element.Text("id") ?? throw new FormatException("a migration has no id"),
            Digest = Digest.Parse(element.Text("digest") ?? ""),
            Up = Steps(element.GetProperty("up")),
            Down = down is { } steps ? Steps(steps) : null,
            DownThrows = element.Text("downThrows"),
            Phase = markers.Phase,
            StoppedUsing = markers.StoppedUsing,
            IrreversibleReason = markers.IrreversibleReason,
            File = element.Text("file"),
        };
    }

    private static ImmutableArray<MigrationStep> Steps(JsonElement steps) =>
    [
        .. steps.EnumerateArray().Select(step => new MigrationStep
        {
            Operation = step.Text("operation"),
            Properties = step.Member("properties") is { } properties ? properties.Clone() : default,
            Commands = step.Member("commands") is { } commands
                ? [.. commands.EnumerateArray().Select(command => new MigrationCommand(command.Text("sql") ?? "", command.Member("suppressTransaction") is { ValueKind: JsonValueKind.True }))]
                : [],
        }),
    ];

    private static DescribedModel ReadModel(JsonElement model) => new(
    [
        .. (model.Member("tables") is { } tables ? tables.EnumerateArray().ToArray() : []).Select(table => new DescribedTable(
            table.Text("schema"), table.Text("name") ?? "",
            [.. (table.Member("columns") is { } columns ? columns.EnumerateArray().ToArray() : []).Select(column => column.Text("name") ?? "")])),
    ]);

    private static BadInputException Bad(string? origin, string why, Exception? inner, int? line = null, int? column = null)
    {
        var problem = new Problem
        {
            Code = Codes.BadDescription,
            Message = $"What the migration bundle says of itself cannot be read: {why}",
            Mend = "build the bundle on a Slipway.Migrations.Runner of this version, and see what its verb describe prints",
            File = origin,
            Line = origin is null ? null : line,
            Column = origin is null ? null : column,
        };
        return inner is null ? new(problem) : new(problem, inner);
    }
}
