using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Outbox;

public static class OutboxExtensions
{
    /// <summary>Adds an event to the change that is about to be saved: either both are stored, or neither.</summary>
    public static void Publish<TEvent>(this DbContext db, string type, string subject, TEvent data, DateTimeOffset occurredAt) =>
        db.Set<OutboxMessage>().Add(new()
        {
            Id = Guid.CreateVersion7(occurredAt),
            Type = type,
            Subject = subject,
            Payload = JsonSerializer.Serialize(data, JsonSerializerOptions.Web),
            OccurredAt = occurredAt,
        });

    /// <summary>Delivers events of <typeparamref name="TDb"/> to <c>Events:Sink</c>, if there is one.</summary>
    /// <param name="source">The CloudEvents source: the service's name.</param>
    public static IServiceCollection AddOutbox<TDb>(this IServiceCollection services, IConfiguration configuration, string source)
        where TDb : DbContext
    {
        if (configuration["Events:Sink"] is not { Length: > 0 } sink)
            return services;

        services.AddHttpClient<EventSink>(client =>
        {
            client.BaseAddress = new Uri(sink);
            client.Timeout = TimeSpan.FromSeconds(10);
        });
        services.AddSingleton(new OutboxOptions { Source = source });
        services.AddScoped<OutboxRelay<TDb>>();
        services.AddHostedService<OutboxWorker<TDb>>();
        return services;
    }
}
