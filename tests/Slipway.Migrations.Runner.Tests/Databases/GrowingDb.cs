using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>A service on PostgreSQL or SQLite whose second migration writes some 40 MB.</summary>
internal sealed class GrowingDb(string connection) : DbContext
{
    public const string Second = "20260102000000_Second";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        _ = connection.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase) ? optionsBuilder.UseSqlite(connection) : optionsBuilder.UseNpgsql(connection);

    [DbContext(typeof(GrowingDb)), Migration("20260101000000_First")]
    private sealed class Beginning : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE first (id int);");
    }

    [DbContext(typeof(GrowingDb)), Migration(Second)]
    private sealed class Middle : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE second (id int, text text);");
            migrationBuilder.Sql(
                $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) INSERT INTO second SELECT i, '{new string('x', 1000)}' FROM n;");
        }
    }

    [DbContext(typeof(GrowingDb)), Migration("20260103000000_Third")]
    private sealed class End : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE third (id int);");
    }
}
