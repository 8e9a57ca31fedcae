using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.Schemas;

/// <summary>What an object has.</summary>
internal static class PropertyComparison
{
    public static void Compare(Shape old, Shape now, string name, Audience audience, Report report, Descend descend)
    {
        foreach (var property in old.Properties.Keys.Union(now.Properties.Keys).Union(old.Required).Union(now.Required).Order(StringComparer.Ordinal))
        {
            Spot? before = old.Properties.TryGetValue(property, out var then) ? then : null;
            Spot? after = now.Properties.TryGetValue(property, out var today) ? today : null;
            if (IsHidden(before, audience) && (after is null || IsHidden(after, audience))) continue;
            Property(property, before, after);
        }
        Additional(old.Additional, now.Additional, name, report, descend);

        void Property(string property, Spot? before, Spot? after)
        {
            var (needed, needs) = (old.Required.Contains(property), now.Required.Contains(property));
            var where = after?.Pointer ?? before?.Pointer;
            if (before is not null && after is null)
            {
                report(SchemaChange.PropertyRemoved, $"'{property}' of {name} is gone", where);
                return;
            }
            if (after is { } hidden && before is not null && audience != Audience.Both && IsHidden(hidden, audience))
            {
                var readOnly = audience == Audience.Sender;
                report(readOnly ? SchemaChange.PropertyBecameReadOnly : SchemaChange.PropertyBecameWriteOnly, $"'{property}' of {name} is {(readOnly ? "read" : "write")} only now", where);
                return;
            }
            if (before is null && after is not null && !needed)
            {
                // It is new, or was there and hidden from them: either way they do not know it.
                if (needs) report(SchemaChange.RequiredPropertyAdded, $"'{property}' of {name} is new, and required", where);
                if (old.Additional.IsClosed) report(SchemaChange.PropertyAddedToClosed, $"{name} was closed, and has '{property}' now", where);
                return;
            }
            if (!needed && needs) report(SchemaChange.PropertyBecameRequired, $"'{property}' of {name} is required now", where);
            if (needed && !needs) report(SchemaChange.PropertyBecameOptional, $"'{property}' of {name} is not always there any more", where);
            descend(before, after, $"'{property}'");
        }
    }

    private static bool IsHidden(Spot? property, Audience audience) => property is { } spot && audience switch
    {
        Audience.Sender => ShapeReader.Read(spot).ReadOnly,
        Audience.Receiver => ShapeReader.Read(spot).WriteOnly,
        _ => false,
    };

    private static void Additional(Openness old, Openness now, string name, Report report, Descend descend)
    {
        if (!old.IsClosed && now.IsClosed) report(SchemaChange.AdditionalPropertiesClosed, $"{name} must not have other properties any more");
        if (old.IsClosed && !now.IsClosed) report(SchemaChange.AdditionalPropertiesOpened, $"{name} may have other properties now");
        if (!old.IsClosed && !now.IsClosed) descend(old.Schema, now.Schema, $"every other property of {name}");
    }
}
