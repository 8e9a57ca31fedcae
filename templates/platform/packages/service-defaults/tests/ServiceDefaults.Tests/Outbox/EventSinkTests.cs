using System.Text.Json;
using ServiceDefaults.Outbox;
using ServiceDefaults.Testing;

namespace ServiceDefaults.Tests.Outbox;

public sealed class EventSinkTests
{
    private static readonly OutboxMessage _message = new()
    {
        Id = Guid.Parse("0199c5a2-0000-7000-8000-000000000001"),
        Type = "test.happened.v1",
        Subject = "42",
        Payload = """{"answer":42}""",
        OccurredAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    [Fact]
    public async Task An_event_goes_out_as_a_CloudEvent()
    {
        using var wire = new RecordedSink();
        using var http = new HttpClient(wire) { BaseAddress = new("http://sink/") };

        await new EventSink(http).DeliverAsync(CloudEvent.Of(_message, "testing"), TestContext.Current.CancellationToken);

        var sent = JsonElement.Parse(Assert.Single(wire.Events));
        Assert.Equal("1.0", sent.GetProperty("specversion").GetString());
        Assert.Equal("0199c5a2-0000-7000-8000-000000000001", sent.GetProperty("id").GetString());
        Assert.Equal("testing", sent.GetProperty("source").GetString());
        Assert.Equal("test.happened.v1", sent.GetProperty("type").GetString());
        Assert.Equal("42", sent.GetProperty("subject").GetString());
        Assert.Equal("2026-01-02T03:04:05+00:00", sent.GetProperty("time").GetString());
        Assert.Equal(42, sent.GetProperty("data").GetProperty("answer").GetInt32());
    }

    [Fact]
    public async Task A_sink_that_refuses_is_an_error_for_the_relay_to_see()
    {
        using var wire = new RecordedSink { Refuses = true };
        using var http = new HttpClient(wire) { BaseAddress = new("http://sink/") };

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            new EventSink(http).DeliverAsync(CloudEvent.Of(_message, "testing"), TestContext.Current.CancellationToken));
    }
}
