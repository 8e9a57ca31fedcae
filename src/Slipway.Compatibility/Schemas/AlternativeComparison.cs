using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.Schemas;

/// <summary><c>oneOf</c> and <c>anyOf</c>: alternatives are told apart by the schema that they refer to, else by what they say.</summary>
internal static class AlternativeComparison
{
    public static bool Applies(Shape old, Shape now) => !old.Alternatives.IsEmpty || !now.Alternatives.IsEmpty;

    public static void Compare(Shape old, Shape now, string name, Report report, Descend descend)
    {
        if (old.AllowsNull && !now.AllowsNull) report(SchemaChange.NullRefused, $"{name} must not be null any more");
        if (!old.AllowsNull && now.AllowsNull) report(SchemaChange.NullAllowed, $"{name} may be null now");
        if (old.Discriminator is { } discriminator && !discriminator.IsKeptBy(now.Discriminator))
            report(SchemaChange.DiscriminatorChanged, $"'{discriminator.Property}' tells the alternatives of {name} apart no longer as it did");

        var (before, after) = (Of(old), Of(now));
        foreach (var key in before.Keys.Intersect(after.Keys).ToList())
        {
            // A plain schema that became one of several is compared with itself, not with the list that it is in now.
            if (before[key] is { } then && after[key] is { } today) descend(then, today, name);
            before.Remove(key);
            after.Remove(key);
        }
        // Those without a name that were changed themselves stand where they stood.
        if (before.Count == after.Count && before.Concat(after).All(entry => entry.Value is not null && entry.Key.StartsWith('{')))
        {
            foreach (var (then, today) in before.Values.Zip(after.Values)) descend(then, today, name);
            return;
        }
        foreach (var (key, spot) in before) report(SchemaChange.AlternativeRemoved, $"{name} must not be {Words(key)} any more", spot?.Pointer);
        foreach (var (key, spot) in after) report(SchemaChange.AlternativeAdded, $"{name} may be {Words(key)} now", spot?.Pointer);
    }

    private static Dictionary<string, Spot?> Of(Shape shape)
    {
        var found = new Dictionary<string, Spot?>(StringComparer.Ordinal);
        foreach (var alternative in shape.Alternatives) found.TryAdd(ContractDocument.NameOf(alternative) ?? Meaning.Of(alternative.Value), alternative);
        if (found.Count == 0) found.Add(shape.Name ?? $"{{{string.Join(',', shape.Types)}}}", null);
        return found;
    }

    private static string Words(string key) => key.StartsWith('{') ? $"what is described as {(key.Length > 60 ? key[..60] + "…" : key)}" : $"'{key}'";
}
