using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Health;
using ServiceDefaults.Outbox;

namespace Catalog.Persistence;

internal static class PersistenceExtensions
{
    public static void AddPersistence(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<CatalogDb>((services, options) => options.UseNpgsql(
            services.GetRequiredService<IConfiguration>().GetConnectionString("Catalog")
            ?? throw new InvalidOperationException("There is no database. Set ConnectionStrings__Catalog.")));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck<CatalogDb>>("database");
        builder.Services.AddOutbox<CatalogDb>(builder.Configuration, source: "catalog");
    }
}
