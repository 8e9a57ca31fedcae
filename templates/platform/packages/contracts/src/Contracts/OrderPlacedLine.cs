namespace Contracts;

public sealed record OrderPlacedLine
{
    public required Guid ProductId { get; init; }

    public required int Quantity { get; init; }

    public required decimal UnitPrice { get; init; }
}
