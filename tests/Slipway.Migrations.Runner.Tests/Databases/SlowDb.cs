using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>Its one migration sleeps for a minute.</summary>
internal sealed class SlowDb(string connection) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connection);

    [DbContext(typeof(SlowDb)), Migration("20260101000000_Sleep")]
    private sealed class Sleep : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("SELECT pg_sleep(60);");
    }
}
