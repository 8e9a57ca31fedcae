using System.Collections.Immutable;
using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.Schemas;

/// <summary>What a schema lets through: references followed, <c>allOf</c> put together, both spellings of null made one.</summary>
internal sealed record Shape
{
    public static readonly ImmutableSortedSet<string> AllTypes = ["array", "boolean", "integer", "number", "object", "string"];

    /// <summary>Where it stands, after references.</summary>
    public required string Pointer { get; init; }

    /// <summary>The name of the schema that it refers to; null where it stands there itself.</summary>
    public string? Name { get; init; }

    /// <summary>Without <c>null</c>; all of them where the schema does not say.</summary>
    public ImmutableSortedSet<string> Types { get; init; } = AllTypes;

    public bool AllowsNull { get; init; }

    /// <summary>The JSON texts of the allowed values; null for no list.</summary>
    public ImmutableSortedSet<string>? Values { get; init; }

    public string? Format { get; init; }

    public ImmutableSortedSet<string> Patterns { get; init; } = [];

    public Range Value { get; init; }

    public Range Length { get; init; }

    public Range Items { get; init; }

    public Range Count { get; init; }

    public double? MultipleOf { get; init; }

    public bool UniqueItems { get; init; }

    public ImmutableSortedDictionary<string, Spot> Properties { get; init; } = ImmutableSortedDictionary.Create<string, Spot>(StringComparer.Ordinal);

    public ImmutableSortedSet<string> Required { get; init; } = [];

    public Openness Additional { get; init; }

    /// <summary>The schema of an array's elements; null for anything.</summary>
    public Spot? Element { get; init; }

    /// <summary>Of <c>oneOf</c> and <c>anyOf</c>; empty where there are none.</summary>
    public ImmutableArray<Spot> Alternatives { get; init; } = [];

    public Discriminator? Discriminator { get; init; }

    /// <summary>The JSON text of the default.</summary>
    public string? Default { get; init; }

    public bool ReadOnly { get; init; }

    public bool WriteOnly { get; init; }
}
