using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.Schemas;

/// <summary>Reads the schemas of OpenAPI 3.0 and 3.1, and JSON Schema as far as both share it.</summary>
internal static class ShapeReader
{
    private const int Deepest = 64;

    /// <summary>A schema that lets everything through.</summary>
    public static Shape Anything(string pointer) => new() { Pointer = pointer, AllowsNull = true };

    /// <exception cref="UnreadableContractException">A reference leads nowhere or in a circle, or it is no schema.</exception>
    public static Shape Read(Spot schema) => Read(schema, 0);

    private static Shape Read(Spot schema, int depth)
    {
        if (depth > Deepest) throw schema.Document.Fault(schema, $"puts more than {Deepest} schemas into one another with allOf");
        var spot = schema.Document.Resolve(schema);
        var name = ContractDocument.NameOf(schema);
        switch (spot.Value.ValueKind)
        {
            case JsonValueKind.True: return Anything(spot.Pointer) with { Name = name };
            case JsonValueKind.False: return new() { Pointer = spot.Pointer, Name = name, Types = [] };
            case not JsonValueKind.Object: throw spot.Document.Fault(spot, "should be a schema, and is none");
        }
        var shape = Own(spot) with { Name = name };
        foreach (var part in spot.Member("allOf")?.Elements() ?? []) shape = ShapeMerger.Both(shape, Read(part, depth + 1));
        return WithoutNull(shape, depth);
    }

    private static Shape Own(Spot spot)
    {
        var (types, allowsNull) = TypesOf(spot);
        return new Shape
        {
            Pointer = spot.Pointer,
            Types = types,
            AllowsNull = allowsNull,
            Values = ValuesOf(spot),
            Format = spot.Text("format"),
            Patterns = spot.Text("pattern") is { } pattern ? [pattern] : [],
            Value = new(Lower(spot), Upper(spot)),
            Length = RangeOf(spot, "minLength", "maxLength"),
            Items = RangeOf(spot, "minItems", "maxItems"),
            Count = RangeOf(spot, "minProperties", "maxProperties"),
            MultipleOf = spot.Number("multipleOf"),
            UniqueItems = spot.Flag("uniqueItems"),
            Properties = (spot.Member("properties")?.Members() ?? []).ToImmutableSortedDictionary(member => member.Name, member => member.Spot, StringComparer.Ordinal),
            Required = [.. spot.Strings("required")],
            Additional = spot.Member("additionalProperties") switch
            {
                { Value.ValueKind: JsonValueKind.False } => new(true, null),
                { IsObject: true } schema => new(false, schema),
                _ => default,
            },
            Element = spot.Member("items"),
            Alternatives = [.. spot.Member("oneOf")?.Elements() ?? [], .. spot.Member("anyOf")?.Elements() ?? []],
            Discriminator = DiscriminatorOf(spot),
            Default = spot.Member("default") is { } value ? Meaning.Of(value.Value) : null,
            ReadOnly = spot.Flag("readOnly"),
            WriteOnly = spot.Flag("writeOnly"),
        };
    }

    // 3.0 has 'nullable', 3.1 a list of types; where no type is said, null is one of all.
    private static (ImmutableSortedSet<string> Types, bool AllowsNull) TypesOf(Spot spot)
    {
        ImmutableSortedSet<string> said = spot.Text("type") is { } one ? [one] : [.. spot.Strings("type")];
        if (said.IsEmpty) return (Shape.AllTypes, AllowsNull: true);
        var types = said.Remove("null");
        return (types.Contains("number") ? types.Add("integer") : types, said.Contains("null") || spot.Flag("nullable"));
    }

    private static ImmutableSortedSet<string>? ValuesOf(Spot spot) =>
        spot.Member("const") is { } constant ? [Meaning.Of(constant.Value)]
        : spot.Member("enum") is { Value.ValueKind: JsonValueKind.Array } list ? [.. list.Elements().Select(value => Meaning.Of(value.Value))]
        : null;

    private static Bound? Lower(Spot spot) => Bound.Highest(
        spot.Number("minimum") is { } least ? new Bound(least, spot.Flag("exclusiveMinimum")) : null,
        spot.Number("exclusiveMinimum") is { } above ? new Bound(above, true) : null);

    private static Bound? Upper(Spot spot) => Bound.Lowest(
        spot.Number("maximum") is { } most ? new Bound(most, spot.Flag("exclusiveMaximum")) : null,
        spot.Number("exclusiveMaximum") is { } below ? new Bound(below, true) : null);

    private static Range RangeOf(Spot spot, string least, string most) => new(
        spot.Number(least) is { } from and > 0 ? new Bound(from) : null,
        spot.Number(most) is { } to ? new Bound(to) : null);

    private static Discriminator? DiscriminatorOf(Spot spot) => spot.Member("discriminator") is { } found && found.Text("propertyName") is { } property
        ? new(property, (found.Member("mapping")?.Members() ?? []).Where(entry => entry.Spot.Value.ValueKind == JsonValueKind.String)
            .ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Spot.Value.GetString()!, StringComparer.Ordinal))
        : null;

    // "null, or that" is how 3.1 makes a reference nullable.
    private static Shape WithoutNull(Shape shape, int depth)
    {
        if (shape.Alternatives.IsEmpty) return shape;
        var others = shape.Alternatives.RemoveAll(IsNull);
        if (others.Length == shape.Alternatives.Length) return shape with { AllowsNull = shape.AllowsNull && HasTypes(shape) };
        if (others.Length != 1) return shape with { Alternatives = others, AllowsNull = true };
        return ShapeMerger.Both(shape with { Alternatives = [], AllowsNull = true }, Read(others[0], depth + 1) with { AllowsNull = true });
    }

    private static bool HasTypes(Shape shape) => shape.Types.Count != Shape.AllTypes.Count;

    private static bool IsNull(Spot spot) => spot.Text("type") == "null" || (spot.Member("enum") is { } list && list.Value.GetRawText() == "[null]");
}
