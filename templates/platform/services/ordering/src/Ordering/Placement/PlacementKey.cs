namespace Ordering.Placement;

/// <summary>Remembers that a customer's Idempotency-Key has placed an order, so that a repeated request gets that order and no second one.</summary>
public sealed class PlacementKey
{
    public const int Length = 100;

    public required string CustomerId { get; init; }

    public required string Key { get; init; }

    /// <summary>Of the request: the same key with another request is a mistake of the caller's.</summary>
    public required string RequestDigest { get; init; }

    public required Guid OrderId { get; init; }
}
