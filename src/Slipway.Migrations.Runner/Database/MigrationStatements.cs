using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Database;

/// <summary>What EF Core would run for one migration, in order.</summary>
internal static class MigrationStatements
{
    /// <param name="context">The service's.</param>
    /// <param name="id">Of the migration; one that the bundle does not know has no statements.</param>
    /// <param name="reverting">Whether it is taken back.</param>
    public static IReadOnlyList<MigrationCommand> Of(DbContext context, string id, bool reverting = false)
    {
        var assembly = context.GetService<IMigrationsAssembly>();
        if (!assembly.Migrations.TryGetValue(id, out var type)) return [];
        var migration = assembly.CreateMigration(type, context.Database.ProviderName!);
        var model = context.GetService<IModelRuntimeInitializer>().Initialize(migration.TargetModel);
        return context.GetService<IMigrationsSqlGenerator>().Generate(reverting ? migration.DownOperations : migration.UpOperations, model);
    }
}
