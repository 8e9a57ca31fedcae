using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>Its migration waits for rows that nobody sends.</summary>
internal sealed class CopyingDb(string connection) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connection);

    [DbContext(typeof(CopyingDb)), Migration("20260101000000_Copy")]
    private sealed class Copy : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE half (id int);");
            migrationBuilder.Sql("COPY half FROM STDIN;");
        }
    }
}
