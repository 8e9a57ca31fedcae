namespace ServiceDefaults.Outbox;

/// <summary>An event that is to be delivered, stored in the same transaction as the change that it tells of.</summary>
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    /// <summary>The CloudEvents type, version included: <c>ordering.order-placed.v1</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The id of what the event is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The event's data, JSON.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Null as long as it waits.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
}
