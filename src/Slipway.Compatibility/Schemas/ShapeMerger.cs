using System.Collections.Immutable;
using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.Schemas;

/// <summary>Puts two schemas together that must both hold, as <c>allOf</c> asks.</summary>
internal static class ShapeMerger
{
    /// <remarks>A property that both describe is the second's: comparing it as one of the two finds nothing that is not there.</remarks>
    public static Shape Both(Shape one, Shape other) => one with
    {
        Name = one.Name ?? other.Name,
        Pointer = IsBlank(one) ? other.Pointer : one.Pointer,
        Types = one.Types.Intersect(other.Types),
        AllowsNull = one.AllowsNull && other.AllowsNull,
        Values = one.Values is { } first && other.Values is { } second ? first.Intersect(second) : one.Values ?? other.Values,
        Format = one.Format ?? other.Format,
        Patterns = one.Patterns.Union(other.Patterns),
        Value = one.Value.With(other.Value),
        Length = one.Length.With(other.Length),
        Items = one.Items.With(other.Items),
        Count = one.Count.With(other.Count),
        MultipleOf = one.MultipleOf ?? other.MultipleOf,
        UniqueItems = one.UniqueItems || other.UniqueItems,
        Properties = one.Properties.SetItems(other.Properties),
        Required = one.Required.Union(other.Required),
        Additional = new Openness(one.Additional.IsClosed || other.Additional.IsClosed, one.Additional.Schema ?? other.Additional.Schema),
        Element = one.Element ?? other.Element,
        Alternatives = Alternatives(one, other),
        Discriminator = one.Discriminator ?? other.Discriminator,
        Default = one.Default ?? other.Default,
        ReadOnly = one.ReadOnly || other.ReadOnly,
        WriteOnly = one.WriteOnly || other.WriteOnly,
    };

    private static ImmutableArray<Spot> Alternatives(Shape one, Shape other) => one.Alternatives.IsEmpty ? other.Alternatives : one.Alternatives.AddRange(other.Alternatives);

    // A wrapper around one reference says nothing itself.
    private static bool IsBlank(Shape shape) => shape.Properties.IsEmpty && shape.Values is null && shape.Types.Count == Shape.AllTypes.Count;
}
