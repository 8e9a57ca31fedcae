namespace Ordering.Orders;

/// <summary>What a customer asked for, at the prices of that moment.</summary>
public sealed class Order
{
    public const int CustomerIdLength = 64;
    public const int MaxLines = 50;

    private readonly List<OrderLine> _lines = [];

    public Guid Id { get; private init; }

    public string CustomerId { get; private init; } = "";

    /// <summary>ISO 4217, the same for all lines.</summary>
    public string Currency { get; private init; } = "";

    public decimal Total { get; private init; }

    public DateTimeOffset PlacedAt { get; private init; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Counts the changes; a change is meant for one version and fails on any other.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<OrderLine> Lines => _lines;

    public static Order Place(string customerId, string currency, IReadOnlyList<OrderLine> lines, DateTimeOffset now)
    {
        var order = new Order
        {
            Id = Guid.CreateVersion7(now),
            CustomerId = customerId,
            Currency = currency,
            Total = lines.Sum(line => line.Quantity * line.UnitPrice),
            PlacedAt = now,
        };
        order._lines.AddRange(lines);
        return order;
    }

    /// <summary>Cancels the order; cancelling again changes nothing.</summary>
    public void Cancel(DateTimeOffset now)
    {
        if (CancelledAt is not null)
            return;

        CancelledAt = now;
        Version++;
    }
}
