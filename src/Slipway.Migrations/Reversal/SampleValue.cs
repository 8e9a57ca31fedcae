using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Reversal;

/// <summary>A value of a column's type, another for each row.</summary>
internal static class SampleValue
{
    public static string Of(Column column, int row)
    {
        var type = column.Type.Split('(')[0];
        var value = type switch
        {
            "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" or "money" => $"{row}",
            "text" or "character varying" or "character" or "citext" or "name" => Text(column, row),
            "boolean" => row % 2 == 0 ? "true" : "false",
            "uuid" => $"00000000-0000-4000-8000-{row:000000000000}",
            "date" => $"2026-01-{row:00}",
            "timestamp with time zone" or "timestamp without time zone" => $"2026-01-{row:00} 12:00:00",
            "time without time zone" or "time with time zone" => $"{row:00}:00:00",
            "interval" => $"{row} days",
            "json" or "jsonb" => $"{{\"row\": {row}}}",
            "bytea" => $"\\x0{row}",
            "inet" or "cidr" => $"10.0.0.{row}",
            _ when type.EndsWith("[]", StringComparison.Ordinal) => "{}",
            _ => null,
        };
        // Of a type that nobody here knows, its first value if it is an enumeration; otherwise none.
        return value is null ? $"(SELECT (enumlabel)::text::{column.Type} FROM pg_catalog.pg_enum WHERE enumtypid = {column.TypeId} ORDER BY enumsortorder LIMIT 1)" : $"'{value}'::{column.Type}";
    }

    // The modifier of a text is its length and 4.
    private static string Text(Column column, int row)
    {
        var longest = column.TypeModifier > 4 ? column.TypeModifier - 4 : int.MaxValue;
        var text = $"row {row}";
        return text.Length <= longest ? text : $"{row}";
    }
}
