namespace Slipway.Compatibility.Schemas;

/// <summary>Types, null, lists of values, formats and patterns.</summary>
internal static class ValueComparison
{
    // The second holds every value of the first.
    private static readonly HashSet<(string, string)> Widenings = [("int32", "int64"), ("float", "double"), ("int32", "double")];

    public static void Compare(Shape old, Shape now, string name, Report report)
    {
        Types(old, now, name, report);
        if (old.AllowsNull && !now.AllowsNull) report(SchemaChange.NullRefused, $"{name} must not be null any more");
        if (!old.AllowsNull && now.AllowsNull) report(SchemaChange.NullAllowed, $"{name} may be null now");
        Values(old, now, name, report);
        if (old.Default is { } value && value != now.Default) report(SchemaChange.DefaultChanged, $"{name} left out meant {value}, and means {now.Default ?? "nothing said"} now");
        if (!old.Types.SetEquals(now.Types)) return;
        Format(old, now, name, report);
        foreach (var pattern in now.Patterns.Except(old.Patterns)) report(SchemaChange.PatternTightened, $"{name} must match {pattern} now");
        foreach (var pattern in old.Patterns.Except(now.Patterns)) report(SchemaChange.PatternLoosened, $"{name} need not match {pattern} any more");
    }

    private static void Types(Shape old, Shape now, string name, Report report)
    {
        if (!old.Types.IsSubsetOf(now.Types)) report(SchemaChange.TypeNarrowed, $"{name} was {Words(old)} and is {Words(now)}");
        if (!now.Types.IsSubsetOf(old.Types)) report(SchemaChange.TypeWidened, $"{name} was {Words(old)} and is {Words(now)}");
    }

    private static void Values(Shape old, Shape now, string name, Report report)
    {
        switch (old.Values, now.Values)
        {
            case (null, null):
                break;
            case (null, { } list):
                report(SchemaChange.EnumIntroduced, $"{name} may only be one of {string.Join(", ", list)} now");
                break;
            case ({ } list, null):
                report(SchemaChange.EnumLifted, $"{name} was one of {string.Join(", ", list)} and may be anything now");
                break;
            case ({ } before, { } after):
                foreach (var value in before.Except(after)) report(SchemaChange.EnumValueRemoved, $"{name} must not be {value} any more");
                foreach (var value in after.Except(before)) report(SchemaChange.EnumValueAdded, $"{name} may be {value} now");
                break;
        }
    }

    private static void Format(Shape old, Shape now, string name, Report report)
    {
        if (old.Format == now.Format) return;
        var what = $"{name} {(old.Format is null ? "had no format" : $"was '{old.Format}'")} and {(now.Format is null ? "has none now" : $"is '{now.Format}'")}";
        var pair = (old.Format ?? "", now.Format ?? "");
        if (now.Format is not null && !Widenings.Contains(pair)) report(SchemaChange.FormatTightened, what);
        if (old.Format is not null && !Widenings.Contains((pair.Item2, pair.Item1))) report(SchemaChange.FormatLoosened, what);
    }

    private static string Words(Shape shape) =>
        shape.Types.Count == Shape.AllTypes.Count ? "anything" : shape.Types.IsEmpty ? "nothing" : string.Join(" or ", shape.Types.Contains("number") ? shape.Types.Remove("integer") : shape.Types);
}
