using System.Text.Json.Serialization;

namespace Ordering.Orders;

[JsonConverter(typeof(JsonStringEnumConverter<OrderStatus>))]
public enum OrderStatus
{
    [JsonStringEnumMemberName("placed")]
    Placed,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
