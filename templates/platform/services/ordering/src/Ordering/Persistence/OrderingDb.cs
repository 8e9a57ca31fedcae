using Microsoft.EntityFrameworkCore;
using Ordering.Orders;
using Ordering.Placement;
using ServiceDefaults.Outbox;

namespace Ordering.Persistence;

/// <summary>Ordering's own database. No other service reads it.</summary>
public sealed class OrderingDb(DbContextOptions<OrderingDb> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    public DbSet<PlacementKey> PlacementKeys => Set<PlacementKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new OrderMapping());
        modelBuilder.ApplyConfiguration(new PlacementKeyMapping());
        modelBuilder.ApplyConfiguration(new OutboxMapping());
    }
}
