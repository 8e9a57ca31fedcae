using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>The second of its migrations fails half way.</summary>
internal sealed class BrokenDb(string connection) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connection);

    [DbContext(typeof(BrokenDb)), Migration("20260101000000_Well")]
    private sealed class Well : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE well (id int);");
    }

    [DbContext(typeof(BrokenDb)), Migration("20260102000000_Broken")]
    private sealed class Broken : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE half (id int);");
            migrationBuilder.Sql("INSERT INTO nowhere VALUES (1);");
        }
    }
}
