using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>Its second migration builds an index while others write.</summary>
internal sealed class IndexDb(string connection) : DbContext
{
    public const string First = "20260101000000_First";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connection);

    [DbContext(typeof(IndexDb)), Migration(First)]
    private sealed class Beginning : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE rows (id int);");
    }

    [DbContext(typeof(IndexDb)), Migration("20260102000000_Second")]
    private sealed class Middle : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("CREATE INDEX CONCURRENTLY \"IX_rows\" ON rows (id);", suppressTransaction: true);
    }
}
