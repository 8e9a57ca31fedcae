namespace Contracts.Tests;

public sealed class PriceChangedTests
{
    private static readonly PriceChanged _event = new()
    {
        ProductId = Guid.Parse("0199c5a2-0000-7000-8000-000000000002"),
        OldPrice = 20.00m,
        NewPrice = 25.50m,
        Currency = "EUR",
        ChangedAt = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public async Task The_record_is_written_as_the_schema_says() =>
        Assert.Empty(await Schemas.JudgeAsync(PriceChanged.Type, _event));

    [Fact]
    public async Task A_price_below_nothing_and_a_currency_that_is_none_are_refused() =>
        Assert.Equal(["#/currency: PatternMismatch", "#/newPrice: NumberTooSmall"],
            (await Schemas.JudgeAsync(PriceChanged.Type, _event with { NewPrice = -1, Currency = "euro" })).Order(StringComparer.Ordinal));
}
