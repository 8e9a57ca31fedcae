namespace Slipway.Compatibility.Schemas;

/// <summary>Numbers that limit values, lengths and counts.</summary>
internal static class LimitComparison
{
    public static void Compare(Shape old, Shape now, string name, Report report)
    {
        Least(old.Value, now.Value, $"the smallest {name}", SchemaChange.MinimumRaised, SchemaChange.MinimumLowered, report);
        Most(old.Value, now.Value, $"the greatest {name}", SchemaChange.MaximumLowered, SchemaChange.MaximumRaised, report);
        Least(old.Length, now.Length, $"the shortest {name}", SchemaChange.MinLengthRaised, SchemaChange.MinLengthLowered, report);
        Most(old.Length, now.Length, $"the longest {name}", SchemaChange.MaxLengthLowered, SchemaChange.MaxLengthRaised, report);
        Least(old.Items, now.Items, $"the fewest elements of {name}", SchemaChange.MinItemsRaised, SchemaChange.MinItemsLowered, report);
        Most(old.Items, now.Items, $"the most elements of {name}", SchemaChange.MaxItemsLowered, SchemaChange.MaxItemsRaised, report);
        Least(old.Count, now.Count, $"the fewest properties of {name}", SchemaChange.MinPropertiesRaised, SchemaChange.MinPropertiesLowered, report);
        Most(old.Count, now.Count, $"the most properties of {name}", SchemaChange.MaxPropertiesLowered, SchemaChange.MaxPropertiesRaised, report);
        MultipleOf(old, now, name, report);
        if (!old.UniqueItems && now.UniqueItems) report(SchemaChange.UniqueItemsRequired, $"{name} must not hold anything twice now");
        if (old.UniqueItems && !now.UniqueItems) report(SchemaChange.UniqueItemsLifted, $"{name} may hold something twice now");
    }

    private static void Least(Range old, Range now, string what, SchemaChange raised, SchemaChange lowered, Report report)
    {
        if (old.Least == now.Least) return;
        var rises = old.Least is not { } before || (now.Least is { } after && after.IsAbove(before));
        report(rises ? raised : lowered, $"{what} {Was(old.Least, now.Least)}");
    }

    private static void Most(Range old, Range now, string what, SchemaChange lowered, SchemaChange raised, Report report)
    {
        if (old.Most == now.Most) return;
        var falls = old.Most is not { } before || (now.Most is { } after && after.IsBelow(before));
        report(falls ? lowered : raised, $"{what} {Was(old.Most, now.Most)}");
    }

    private static void MultipleOf(Shape old, Shape now, string name, Report report)
    {
        if (old.MultipleOf == now.MultipleOf) return;
        var what = $"the step of {name} {Was(Of(old.MultipleOf), Of(now.MultipleOf))}";
        if (now.MultipleOf is { } after && !(old.MultipleOf is { } before && IsMultiple(before, after))) report(SchemaChange.MultipleOfTightened, what);
        if (old.MultipleOf is { } earlier && !(now.MultipleOf is { } later && IsMultiple(later, earlier))) report(SchemaChange.MultipleOfLoosened, what);
    }

    private static Bound? Of(double? value) => value is { } number ? new Bound(number) : null;

    private static bool IsMultiple(double value, double of) => of != 0 && Math.Abs(value / of - Math.Round(value / of)) < 1e-9;

    private static string Was(Bound? old, Bound? now) => $"was {old?.ToString() ?? "not limited"} and is {now?.ToString() ?? "not limited"}";
}
