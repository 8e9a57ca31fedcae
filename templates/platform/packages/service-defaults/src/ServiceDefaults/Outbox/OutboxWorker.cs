using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Outbox;

/// <summary>Runs the relay as long as the service runs. A sink that fails is tried again; the events wait.</summary>
internal sealed partial class OutboxWorker<TDb>(
    IServiceScopeFactory scopes, OutboxOptions options, TimeProvider clock, ILogger<OutboxWorker<TDb>> logger) : BackgroundService
    where TDb : DbContext
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DeliverAsync(stoppingToken) > 0)
                    continue;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogRoundFailed(failure);
            }

            await Task.Delay(options.Pause, clock, stoppingToken);
        }
    }

    private async Task<int> DeliverAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxRelay<TDb>>().DeliverAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Events could not be delivered; they wait and are tried again")]
    private partial void LogRoundFailed(Exception failure);
}
