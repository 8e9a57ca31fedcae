using Catalog.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Catalog.Migrate;

/// <summary>Makes the context for the bundle, and for dotnet-ef, which then need not run the service.</summary>
public sealed class CatalogDbFactory : IDesignTimeDbContextFactory<CatalogDb>
{
    public static CatalogDb For(string connection) => new(new DbContextOptionsBuilder<CatalogDb>().UseNpgsql(connection).Options);

    public CatalogDb CreateDbContext(string[] args) => For("Host=localhost;Database=catalog");
}
