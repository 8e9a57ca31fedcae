using System.Collections.Immutable;
using Slipway.Compatibility.Schemas;

namespace Slipway.Compatibility.Rules;

/// <summary>
/// An event lies in queues while both sides are deployed. Old readers must read new events and new readers old ones, so what would break
/// either a sender or a receiver breaks here.
/// </summary>
internal static class EventRules
{
    /// <summary>What a schema is that is not there any more.</summary>
    public static BreakRule Removed { get; } = new(
        "event-removed", Direction.Event, Gravity.Break, "Nobody publishes, or can still read, an event that was promised.",
        new(Place.Document, """{ "thing.made.v1.json": { } }""", """{ }""", """{ "thing.made.v1.json": { }, "thing.made.v2.json": { } }"""));

    public static ImmutableSortedDictionary<SchemaChange, BreakRule> Of { get; } = RequestRules.Of.Select(Old).Concat(ResponseRules.Of.Select(New))
        .Where(rule => rule.Key is not (SchemaChange.PropertyBecameReadOnly or SchemaChange.PropertyBecameWriteOnly))
        .DistinctBy(rule => rule.Key)
        .ToImmutableSortedDictionary();

    private static KeyValuePair<SchemaChange, BreakRule> Old(KeyValuePair<SchemaChange, BreakRule> rule) => new(rule.Key, rule.Key switch
    {
        SchemaChange.PropertyRemoved => Made(rule.Value, "Old readers miss the property in new events."),
        SchemaChange.DiscriminatorChanged => Made(rule.Value, "Old events tell alternatives apart in a way that new readers do not understand."),
        SchemaChange.DefaultChanged => Made(rule.Value, "What an old event leaves out means something else to new readers."),
        _ => Made(rule.Value, rule.Value.Text.Replace("Callers send", "Old events hold", StringComparison.Ordinal)
            .Replace("Callers could send", "Old events could hold", StringComparison.Ordinal)
            .Replace("Callers leave out", "Old events leave out", StringComparison.Ordinal)
            .Replace("Callers do not know the property that they must send now", "Old events do not have the property that new readers ask for", StringComparison.Ordinal)
            .Replace("they must send now", "new readers ask for", StringComparison.Ordinal)
            .Replace("may send only", "may hold only", StringComparison.Ordinal)),
    });

    private static KeyValuePair<SchemaChange, BreakRule> New(KeyValuePair<SchemaChange, BreakRule> rule) =>
        new(rule.Key, Made(rule.Value, rule.Value.Text.Replace("Callers", "Old readers", StringComparison.Ordinal)));

    // Nothing is a mere warning: nobody can ask what lies in a queue to be sent again.
    private static BreakRule Made(BreakRule rule, string text) => rule with
    {
        Name = $"event-{rule.Name[(rule.Name.IndexOf('-', StringComparison.Ordinal) + 1)..]}",
        Direction = Direction.Event,
        Gravity = Gravity.Break,
        Text = text,
        // Whatever goes one way only is a break for the other side.
        Example = rule.Example with { Place = Place.Event, Legal = $$"""{{rule.Example.Before[..^2]}}, "title": "The same, with a name" }""" },
    };
}
