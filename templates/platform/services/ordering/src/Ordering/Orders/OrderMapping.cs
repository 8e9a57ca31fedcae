using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ordering.Orders;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders");
        builder.HasKey(order => order.Id).HasName("pk_orders");
        builder.Property(order => order.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(order => order.CustomerId).HasColumnName("customer_id").HasMaxLength(Order.CustomerIdLength);
        builder.Property(order => order.Currency).HasColumnName("currency").HasMaxLength(3);
        builder.Property(order => order.Total).HasColumnName("total").HasPrecision(14, 2);
        builder.Property(order => order.PlacedAt).HasColumnName("placed_at");
        builder.Property(order => order.CancelledAt).HasColumnName("cancelled_at");
        builder.Property(order => order.Version).HasColumnName("version").IsConcurrencyToken();
        builder.HasIndex(order => new { order.CustomerId, order.Id }).HasDatabaseName("ix_orders_customer_id_id");
        builder.OwnsMany(order => order.Lines, MapLines);
    }

    private static void MapLines(OwnedNavigationBuilder<Order, OrderLine> lines)
    {
        lines.ToTable("order_lines");
        lines.WithOwner().HasForeignKey("OrderId").HasConstraintName("fk_order_lines_orders");
        lines.Property<Guid>("OrderId").HasColumnName("order_id");
        lines.HasKey("OrderId", nameof(OrderLine.Number)).HasName("pk_order_lines");
        lines.Property(line => line.Number).HasColumnName("number").ValueGeneratedNever();
        lines.Property(line => line.ProductId).HasColumnName("product_id");
        lines.Property(line => line.ProductName).HasColumnName("product_name").HasMaxLength(200);
        lines.Property(line => line.Quantity).HasColumnName("quantity");
        lines.Property(line => line.UnitPrice).HasColumnName("unit_price").HasPrecision(12, 2);
    }
}
