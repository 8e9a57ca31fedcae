using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Slipway.Migrations.Runner.Phases;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>One migration of each kind that a class can say of itself, and a model in a schema of its own.</summary>
internal sealed class MarkedDb(string connection) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable("history", "stock"));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("stock");
        modelBuilder.Entity<Item>(item =>
        {
            item.ToTable("items");
            item.Property(one => one.Id).HasColumnName("id");
            item.Property(one => one.Name).HasColumnName("name").HasDefaultValue("none");
            item.HasIndex(one => one.Name).IsUnique();
        });
        modelBuilder.Entity<Part>(part => part.ToTable("parts", "spare").HasOne<Item>().WithMany().HasForeignKey(one => one.ItemId));
    }

    internal sealed class Item
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";
    }

    internal sealed class Part
    {
        public Guid Id { get; set; }

        public int ItemId { get; set; }
    }

    [DbContext(typeof(MarkedDb)), Migration("20260101000000_Expand")]
    private sealed class Expand : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>("name", "items", "character varying(20)", maxLength: 20, nullable: true, schema: "stock");
            migrationBuilder.Sql("CREATE INDEX CONCURRENTLY ix ON stock.items (name);", suppressTransaction: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("name", "items", "stock");
    }

    [DbContext(typeof(MarkedDb)), Migration("20260102000000_Fill"), Backfill]
    private sealed class Fill : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("UPDATE stock.items SET name = 'none';");
    }

    [DbContext(typeof(MarkedDb)), Migration("20260103000000_Shrink"), Contract(StoppedUsing = "stock/v1.4.0"), Irreversible("The text is gone.")]
    private sealed class Shrink : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("text", "items", "stock");

        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("The text is gone.");
    }
}
