using Microsoft.EntityFrameworkCore.Metadata;

namespace Slipway.Migrations.Runner.Compatibility;

internal static class ColumnFillingExtensions
{
    extension(IColumn column)
    {
        public ColumnFilling Filling => column switch
        {
            { ComputedColumnSql: not null } => ColumnFilling.Computed,
            _ when IsIdentity(column) => ColumnFilling.Identity,
            _ when column.HasDefault => ColumnFilling.Default,
            _ => ColumnFilling.Client,
        };

        public bool HasDefault => column.DefaultValueSql is not null || column.TryGetDefaultValue(out _);
    }

    // The providers' own annotations, by name: this library references none of them.
    private static bool IsIdentity(IColumn column) =>
        column["Npgsql:ValueGenerationStrategy"]?.ToString() is { } strategy && strategy != "None"
        || column["Sqlite:Autoincrement"] is true;
}
