using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>Its second migration works for as long as the row in the table <c>patience</c> says, in the middle of a transaction.</summary>
internal sealed class LongDb(string connection) : DbContext
{
    public const string Second = "20260102000000_Second";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connection);

    [DbContext(typeof(LongDb)), Migration("20260101000000_First")]
    private sealed class Beginning : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE first (id int);");
    }

    [DbContext(typeof(LongDb)), Migration(Second)]
    private sealed class Middle : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE second (id int, text text);");
            migrationBuilder.Sql("SELECT pg_sleep(seconds) FROM patience;");
            migrationBuilder.Sql("CREATE INDEX ix_second ON second (id);");
        }
    }

    [DbContext(typeof(LongDb)), Migration("20260103000000_Third")]
    private sealed class End : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE third (id int);");
    }
}
