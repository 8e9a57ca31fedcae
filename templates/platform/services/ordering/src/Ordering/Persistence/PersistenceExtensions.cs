using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Health;
using ServiceDefaults.Outbox;

namespace Ordering.Persistence;

internal static class PersistenceExtensions
{
    public static void AddPersistence(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<OrderingDb>((services, options) => options.UseNpgsql(
            services.GetRequiredService<IConfiguration>().GetConnectionString("Ordering")
            ?? throw new InvalidOperationException("There is no database. Set ConnectionStrings__Ordering.")));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck<OrderingDb>>("database");
        builder.Services.AddOutbox<OrderingDb>(builder.Configuration, source: "ordering");
    }
}
