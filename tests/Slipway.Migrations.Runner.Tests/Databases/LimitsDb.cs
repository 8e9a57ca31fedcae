using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>Its one migration writes down the limits that it runs under.</summary>
internal sealed class LimitsDb(string connection) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connection);

    [DbContext(typeof(LimitsDb)), Migration("20260101000000_Record")]
    private sealed class Record : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE TABLE limits AS SELECT name || '=' || current_setting(name) AS value FROM pg_settings
            WHERE name IN ('lock_timeout', 'statement_timeout', 'client_connection_check_interval');
            """);
    }
}
