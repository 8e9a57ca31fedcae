using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Tests.Compatibility;

/// <summary>The model of the release that runs while a newer one migrates the database.</summary>
internal sealed class OldDb(string connection) : DbContext
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connection);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Order>(order =>
        {
            order.ToTable("orders");
            order.Property(one => one.Id).HasColumnName("id");
            order.Property(one => one.Title).HasColumnName("title");
            order.Property(one => one.Note).HasColumnName("note");
            order.Property(one => one.Quantity).HasColumnName("quantity");
            order.Property(one => one.Customer).HasColumnName("customer");
            order.Property(one => one.Code).HasColumnName("code");
            order.HasIndex(one => one.Code).IsUnique().HasDatabaseName("ux_orders_code");
        });
        modelBuilder.Entity<Line>(line =>
        {
            line.ToTable("lines");
            line.Property(one => one.Id).HasColumnName("id");
            line.Property(one => one.OrderId).HasColumnName("order_id");
            line.Property(one => one.Sku).HasColumnName("sku");
            line.HasOne<Order>().WithMany(order => order.Lines).HasForeignKey(one => one.OrderId)
                .HasConstraintName("fk_lines_orders").OnDelete(DeleteBehavior.Cascade);
        });
    }

    internal sealed class Order
    {
        public int Id { get; set; }

        public string Title { get; set; } = "";

        public string? Note { get; set; }

        public int Quantity { get; set; }

        public int Customer { get; set; }

        public string Code { get; set; } = "";

        public List<Line> Lines { get; } = [];
    }

    internal sealed class Line
    {
        public long Id { get; set; }

        public int OrderId { get; set; }

        public string Sku { get; set; } = "";
    }
}
