using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>Three migrations that go up and down, the last of which builds an index outside any transaction.</summary>
internal sealed class ShopDb(string connection) : DbContext
{
    public const string Orders = "20260101000000_CreateOrders";
    public const string Lines = "20260102000000_CreateLines";
    public const string Index = "20260103000000_IndexOrders";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connection);

    [DbContext(typeof(ShopDb)), Migration(Orders)]
    private sealed class CreateOrders : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE orders (id int PRIMARY KEY);");

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE orders;");
    }

    [DbContext(typeof(ShopDb)), Migration(Lines)]
    private sealed class CreateLines : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE lines (id int PRIMARY KEY);");

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE lines;");
    }

    [DbContext(typeof(ShopDb)), Migration(Index)]
    private sealed class IndexOrders : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("CREATE INDEX CONCURRENTLY ix_orders ON orders (id);", suppressTransaction: true);

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP INDEX ix_orders;");
    }
}
