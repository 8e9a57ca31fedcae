using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Slipway.Migrations.Runner.Database;

/// <summary>Where a database remembers which migrations it has.</summary>
/// <param name="Schema">Null for the connection's own.</param>
/// <param name="Table">The name.</param>
internal sealed record HistoryTable(string? Schema, string Table)
{
    public static HistoryTable Of(DbContext context)
    {
        var options = RelationalOptionsExtension.Extract(context.GetService<IDbContextOptions>());
        return new(options.MigrationsHistoryTableSchema, options.MigrationsHistoryTableName ?? HistoryRepository.DefaultTableName);
    }

    /// <summary>As a statement names it.</summary>
    public string Quoted(DbContext context) => context.GetService<ISqlGenerationHelper>().DelimitIdentifier(Table, Schema);

    public override string ToString() => Schema is null ? Table : $"{Schema}.{Table}";
}
