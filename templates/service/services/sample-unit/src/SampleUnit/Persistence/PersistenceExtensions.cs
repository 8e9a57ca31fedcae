using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Health;

namespace SampleUnit.Persistence;

internal static class PersistenceExtensions
{
    public static void AddPersistence(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContext<SampleUnitDb>((services, options) => options.UseNpgsql(
            services.GetRequiredService<IConfiguration>().GetConnectionString("SampleUnit")
            ?? throw new InvalidOperationException("There is no database. Set ConnectionStrings__SampleUnit.")));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealthCheck<SampleUnitDb>>("database");
    }
}
