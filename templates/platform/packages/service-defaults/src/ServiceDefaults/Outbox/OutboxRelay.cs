using Microsoft.EntityFrameworkCore;

namespace ServiceDefaults.Outbox;

/// <summary>Delivers what waits in the outbox, oldest first, at least once.</summary>
public sealed class OutboxRelay<TDb>(TDb db, EventSink sink, OutboxOptions options, TimeProvider clock)
    where TDb : DbContext
{
    /// <summary>Delivers one batch. Several instances may do so at once: a row that one has taken, the others pass over.</summary>
    /// <returns>How many were delivered.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var waiting = await db.Set<OutboxMessage>()
            .FromSql($"""
                SELECT * FROM outbox_messages WHERE delivered_at IS NULL
                ORDER BY occurred_at, id LIMIT {options.BatchSize} FOR UPDATE SKIP LOCKED
                """)
            .ToListAsync(cancellation);

        var delivered = 0;
        try
        {
            foreach (var message in waiting.OrderBy(message => message.OccurredAt).ThenBy(message => message.Id))
            {
                await sink.DeliverAsync(CloudEvent.Of(message, options.Source), cancellation);
                message.DeliveredAt = clock.GetUtcNow();
                delivered++;
            }
        }
        finally
        {
            // What the sink took before it failed is not sent again.
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        return delivered;
    }
}
