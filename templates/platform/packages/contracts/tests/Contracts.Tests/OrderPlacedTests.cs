using System.Text.Json;
using System.Text.Json.Nodes;

namespace Contracts.Tests;

public sealed class OrderPlacedTests
{
    private static readonly OrderPlaced _event = new()
    {
        OrderId = Guid.Parse("0199c5a2-0000-7000-8000-000000000001"),
        CustomerId = "customer-7",
        PlacedAt = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero),
        Currency = "EUR",
        Total = 60.50m,
        Lines = [new() { ProductId = Guid.Parse("0199c5a2-0000-7000-8000-000000000002"), Quantity = 2, UnitPrice = 30.25m }],
    };

    [Fact]
    public async Task The_record_is_written_as_the_schema_says() =>
        Assert.Empty(await Schemas.JudgeAsync(OrderPlaced.Type, _event));

    [Fact]
    public void An_event_of_a_newer_publisher_with_a_field_more_is_still_read()
    {
        var newer = JsonSerializer.SerializeToNode(_event, JsonSerializerOptions.Web)!.AsObject();
        newer["channel"] = "web";

        var read = newer.Deserialize<OrderPlaced>(JsonSerializerOptions.Web)!;

        Assert.Equal((_event.OrderId, _event.Total), (read.OrderId, read.Total));
        Assert.Equal(_event.Lines, read.Lines);
    }

    [Theory]
    [InlineData("orderId")]
    [InlineData("customerId")]
    [InlineData("placedAt")]
    [InlineData("currency")]
    [InlineData("total")]
    [InlineData("lines")]
    public async Task An_event_without_a_field_is_refused_by_schema_and_record(string field)
    {
        JsonObject without = JsonSerializer.SerializeToNode(_event, JsonSerializerOptions.Web)!.AsObject();
        without.Remove(field);

        Assert.NotEmpty(await Schemas.JudgeAsync(OrderPlaced.Type, without.ToJsonString()));
        Assert.Throws<JsonException>(() => without.Deserialize<OrderPlaced>(JsonSerializerOptions.Web));
    }

    [Fact]
    public async Task An_order_of_nothing_is_no_order() =>
        Assert.Equal(["#/lines: TooFewItems"], await Schemas.JudgeAsync(OrderPlaced.Type, _event with { Lines = [] }));
}
