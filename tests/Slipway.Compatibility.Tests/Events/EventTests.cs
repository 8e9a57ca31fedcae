using Slipway.Compatibility.Events;
using Slipway.Compatibility.Versions;

namespace Slipway.Compatibility.Tests.Events;

public class EventTests
{
    private const string Made = """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "kind": { "type": "string", "enum": ["x"] } } }""";

    [Theory]
    [InlineData("\"enum\": [\"x\"]", "\"enum\": [\"x\", \"y\"]", "thing.made.v1: 'kind' may be \"y\" now (event-enum-value-added)")]
    [InlineData("\"required\": [\"id\"]", "\"required\": [\"id\", \"kind\"]", "thing.made.v1: 'kind' of the event is required now (event-property-became-required)")]
    [InlineData("\"required\": [\"id\"]", "\"required\": []", "thing.made.v1: 'id' of the event is not always there any more (event-property-became-optional)")]
    public void An_event_breaks_old_readers_of_new_events_and_new_readers_of_old_ones(string before, string after, string change)
    {
        var found = EventComparer.Compare(Schema(Made), Schema(Made.Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal([change], found.Changes.Select(each => each.ToString()));
        Assert.Equal(Reach.Break, found.Reach);
    }

    [Fact]
    public void An_event_that_is_gone_is_a_break_and_one_that_is_new_an_addition()
    {
        var gone = EventComparer.Compare([Schema(Made)], []);
        var added = EventComparer.Compare([Schema(Made)], [Schema(Made), Frame.Text(Made, "schemas/thing.made.v2.json")]);

        Assert.Equal(["thing.made.v1: its schema is gone (event-removed)"], gone.Changes.Select(change => change.ToString()));
        Assert.Empty(added.Changes);
        Assert.Equal(Reach.Addition, added.Reach);
    }

    private static ContractText Schema(string text) => Frame.Text(text, "schemas/thing.made.v1.json");
}
