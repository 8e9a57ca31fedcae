using Catalog.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Catalog.Pricing;

internal sealed class PriceChangeMapping : IEntityTypeConfiguration<PriceChange>
{
    public void Configure(EntityTypeBuilder<PriceChange> builder)
    {
        builder.ToTable("price_changes");
        builder.HasKey(change => change.Id).HasName("pk_price_changes");
        builder.Property(change => change.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(change => change.ProductId).HasColumnName("product_id");
        builder.Property(change => change.OldPrice).HasColumnName("old_price").HasPrecision(12, 2);
        builder.Property(change => change.NewPrice).HasColumnName("new_price").HasPrecision(12, 2);
        builder.Property(change => change.ChangedAt).HasColumnName("changed_at");

        builder.HasIndex(change => new { change.ProductId, change.Id }).HasDatabaseName("ix_price_changes_product_id_id");
        builder.HasOne<Product>().WithMany().HasForeignKey(change => change.ProductId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("fk_price_changes_products");
    }
}
