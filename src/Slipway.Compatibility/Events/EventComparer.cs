using System.Collections.Immutable;
using Slipway.Compatibility.Documents;
using Slipway.Compatibility.Rules;
using Slipway.Compatibility.Schemas;

namespace Slipway.Compatibility.Events;

/// <summary>
/// Compares events' schemas both ways. A service that publishes and one that reads are never deployed at the same moment, and between them
/// lies a queue: old readers must read new events, and new readers old ones.
/// </summary>
public static class EventComparer
{
    /// <summary>Compares schemas by their file's name.</summary>
    /// <param name="released">The schemas that were released; <see cref="ContractText.File"/> tells which.</param>
    /// <param name="today">Those that would be.</param>
    public static Comparison Compare(IEnumerable<ContractText> released, IEnumerable<ContractText> today)
    {
        var now = today.ToDictionary(text => NameOf(text), StringComparer.Ordinal);
        var names = released.ToDictionary(text => NameOf(text), StringComparer.Ordinal);
        var each = names.OrderBy(schema => schema.Key, StringComparer.Ordinal)
            .Select(schema => now.TryGetValue(schema.Key, out var kept) ? Compare(schema.Value, kept) : Gone(schema.Value))
            .ToList();
        return new()
        {
            Changes = [.. each.SelectMany(comparison => comparison.Changes)],
            Problems = [.. each.SelectMany(comparison => comparison.Problems)],
            Differs = each.Any(comparison => comparison.Differs) || now.Keys.Any(name => !names.ContainsKey(name)),
        };
    }

    /// <summary>Compares one event's schema with what it was.</summary>
    public static Comparison Compare(ContractText released, ContractText today)
    {
        try
        {
            var (before, after) = (ContractDocument.Read(released), ContractDocument.Read(today));
            var comparer = new ShapeComparer(Audience.Both);
            comparer.Compare(before.Root, after.Root, "the event");
            return new()
            {
                Changes = [.. from difference in comparer.Found where EventRules.Of.ContainsKey(difference.Kind) select Change(EventRules.Of[difference.Kind], released, difference.Pointer, difference.What)],
                Differs = !Meaning.IsSame(before, after),
            };
        }
        catch (UnreadableContractException fault)
        {
            return new() { Problems = [fault.Problem] };
        }
    }

    private static Comparison Gone(ContractText schema) => new() { Changes = [Change(EventRules.Removed, schema, JsonPointer.Root, "its schema is gone")], Differs = true };

    private static ContractChange Change(BreakRule rule, ContractText schema, string pointer, string what) => new()
    {
        Rule = rule,
        Operations = ImmutableArray.Create(NameOf(schema).Replace(".json", "", StringComparison.Ordinal)),
        Pointer = pointer,
        What = what,
    };

    private static string NameOf(ContractText text) => text.File[(text.File.LastIndexOf('/') + 1)..];
}
