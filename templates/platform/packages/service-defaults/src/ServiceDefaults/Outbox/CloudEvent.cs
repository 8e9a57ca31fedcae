using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceDefaults.Outbox;

/// <summary>CloudEvents 1.0, structured JSON. Receivers recognise a repeated delivery by <see cref="Id"/>.</summary>
public sealed record CloudEvent
{
    public const string MediaType = "application/cloudevents+json";

    [JsonPropertyName("specversion")]
    public string SpecVersion { get; } = "1.0";

    public required Guid Id { get; init; }

    public required string Source { get; init; }

    public required string Type { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; } = "application/json";

    public required JsonElement Data { get; init; }

    public static CloudEvent Of(OutboxMessage message, string source) => new()
    {
        Id = message.Id,
        Source = source,
        Type = message.Type,
        Subject = message.Subject,
        Time = message.OccurredAt,
        Data = JsonElement.Parse(message.Payload),
    };
}
