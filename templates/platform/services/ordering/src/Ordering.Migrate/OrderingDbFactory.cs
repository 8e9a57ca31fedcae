using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Ordering.Persistence;

namespace Ordering.Migrate;

/// <summary>Makes the context for the bundle, and for dotnet-ef, which then need not run the service.</summary>
public sealed class OrderingDbFactory : IDesignTimeDbContextFactory<OrderingDb>
{
    public static OrderingDb For(string connection) => new(new DbContextOptionsBuilder<OrderingDb>().UseNpgsql(connection).Options);

    public OrderingDb CreateDbContext(string[] args) => For("Host=localhost;Database=ordering");
}
