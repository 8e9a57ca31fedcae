using Catalog.Pricing;
using Catalog.Products;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Outbox;

namespace Catalog.Persistence;

/// <summary>The catalog's own database. No other service reads it.</summary>
public sealed class CatalogDb(DbContextOptions<CatalogDb> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();

    public DbSet<PriceChange> PriceChanges => Set<PriceChange>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new ProductMapping());
        modelBuilder.ApplyConfiguration(new PriceChangeMapping());
        modelBuilder.ApplyConfiguration(new OutboxMapping());
    }
}
