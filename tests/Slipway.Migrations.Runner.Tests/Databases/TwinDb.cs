using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>Another service, whose migrations have the ids of <see cref="ShopDb"/>'s first and <see cref="LocalDb"/>'s. Its context lies in another assembly: EF Core's own.</summary>
internal static class TwinDb
{
    public const string Service = "Microsoft.EntityFrameworkCore";

    public static DbContext For(string connection, string history = "__EFMigrationsHistory")
    {
        var builder = new DbContextOptionsBuilder<DbContext>();
        return new(connection.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase)
            ? builder.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(TwinDb).Assembly).MigrationsHistoryTable(history)).Options
            : builder.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly(typeof(TwinDb).Assembly).MigrationsHistoryTable(history)).Options);
    }

    [DbContext(typeof(DbContext)), Migration(ShopDb.Orders)]
    private sealed class Bills : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE bills (id int);");

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE IF EXISTS orders; DROP TABLE IF EXISTS first;");
    }
}
