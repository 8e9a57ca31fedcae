using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Catalog.Products;

internal sealed class ProductMapping : IEntityTypeConfiguration<Product>
{
    public const string UniqueSku = "ux_products_sku";

    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("products");
        builder.HasKey(product => product.Id).HasName("pk_products");
        builder.Property(product => product.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(product => product.Sku).HasColumnName("sku").HasMaxLength(Product.SkuLength);
        builder.Property(product => product.Name).HasColumnName("name").HasMaxLength(Product.NameLength);
        builder.Property(product => product.Description).HasColumnName("description").HasMaxLength(Product.DescriptionLength);
        builder.Property(product => product.Price).HasColumnName("price").HasPrecision(12, 2);
        builder.Property(product => product.Currency).HasColumnName("currency").HasMaxLength(3);
        builder.Property(product => product.CreatedAt).HasColumnName("created_at");
        builder.Property(product => product.UpdatedAt).HasColumnName("updated_at");
        builder.Property(product => product.Version).HasColumnName("version").IsConcurrencyToken();

        builder.HasIndex(product => product.Sku).IsUnique().HasDatabaseName(UniqueSku);
        builder.HasIndex(product => new { product.Name, product.Id }).HasDatabaseName("ix_products_name_id");
        builder.HasIndex(product => new { product.Name, product.Description }).HasDatabaseName("ix_products_text")
            .HasMethod("GIN").IsTsVectorExpressionIndex("simple").IsCreatedConcurrently();
    }
}
