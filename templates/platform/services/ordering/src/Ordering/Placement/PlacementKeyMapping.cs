using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ordering.Orders;

namespace Ordering.Placement;

internal sealed class PlacementKeyMapping : IEntityTypeConfiguration<PlacementKey>
{
    public const string Unique = "pk_placement_keys";

    public void Configure(EntityTypeBuilder<PlacementKey> builder)
    {
        builder.ToTable("placement_keys");
        builder.HasKey(key => new { key.CustomerId, key.Key }).HasName(Unique);
        builder.Property(key => key.CustomerId).HasColumnName("customer_id").HasMaxLength(Order.CustomerIdLength);
        builder.Property(key => key.Key).HasColumnName("key").HasMaxLength(PlacementKey.Length);
        builder.Property(key => key.RequestDigest).HasColumnName("request_digest").HasMaxLength(64);
        builder.Property(key => key.OrderId).HasColumnName("order_id");
        builder.HasIndex(key => key.OrderId).IsUnique().HasDatabaseName("ux_placement_keys_order_id");
        builder.HasOne<Order>().WithOne().HasForeignKey<PlacementKey>(key => key.OrderId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("fk_placement_keys_orders");
    }
}
