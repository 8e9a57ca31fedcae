using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>A service on SQLite. Its second migration takes a second or so.</summary>
internal sealed class LocalDb(string connection) : DbContext
{
    public const string Second = "20260102000000_Second";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connection);

    [DbContext(typeof(LocalDb)), Migration("20260101000000_First")]
    private sealed class Beginning : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE first (id int);");

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE first;");
    }

    [DbContext(typeof(LocalDb)), Migration(Second)]
    private sealed class Middle : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE second (id int);");
            migrationBuilder.Sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) INSERT INTO second SELECT count(*) FROM n;");
        }

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE second;");
    }
}
