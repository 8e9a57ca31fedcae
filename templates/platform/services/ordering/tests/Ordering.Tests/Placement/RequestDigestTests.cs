using System.Text.Json;
using Ordering.Placement;

namespace Ordering.Tests.Placement;

public sealed class RequestDigestTests
{
    private static readonly PlaceOrder _request = new()
    {
        CustomerId = "customer-7",
        Lines = [new() { ProductId = Guid.Parse("0199c5a2-0000-7000-8000-000000000002"), Quantity = 2 }],
    };

    [Fact]
    public void The_same_request_written_otherwise_has_the_same_digest()
    {
        var written = """
            { "lines": [ { "quantity": 2, "productId": "0199C5A2-0000-7000-8000-000000000002" } ], "customerId": "customer-7", "extra": 1 }
            """;

        Assert.Equal(RequestDigest.Of(_request), RequestDigest.Of(JsonSerializer.Deserialize<PlaceOrder>(written, JsonSerializerOptions.Web)!));
    }

    [Fact]
    public void Another_quantity_product_customer_or_line_has_another_digest()
    {
        var line = _request.Lines[0];
        PlaceOrder[] others =
        [
            _request with { CustomerId = "customer-8" },
            _request with { Lines = [line with { Quantity = 3 }] },
            _request with { Lines = [line with { ProductId = Guid.NewGuid() }] },
            _request with { Lines = [line, line with { ProductId = Guid.NewGuid() }] },
        ];

        Assert.Equal(5, others.Append(_request).Select(RequestDigest.Of).Distinct().Count());
    }
}
