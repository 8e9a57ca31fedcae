using System.Text.Json;

namespace Slipway.Compatibility.Documents;

/// <summary>A value and where it stands.</summary>
internal readonly record struct Spot(ContractDocument Document, JsonElement Value, string Pointer)
{
    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    /// <summary>The member with that name; null where there is none, or this is no object.</summary>
    public Spot? Member(string name) => IsObject && Value.TryGetProperty(name, out var value) ? new Spot(Document, value, JsonPointer.Child(Pointer, name)) : null;

    /// <summary>The same, followed to what it refers to.</summary>
    public Spot? Resolved(string name) => Member(name) is { } member ? Document.Resolve(member) : null;

    public string? Text(string name) => Member(name) is { Value.ValueKind: JsonValueKind.String } member ? member.Value.GetString() : null;

    public bool Flag(string name) => Member(name) is { Value.ValueKind: JsonValueKind.True };

    public double? Number(string name) => Member(name) is { Value.ValueKind: JsonValueKind.Number } member && member.Value.TryGetDouble(out var value) ? value : null;

    /// <summary>Its members, in their order; none where it is no object.</summary>
    public IEnumerable<(string Name, Spot Spot)> Members()
    {
        if (!IsObject) yield break;
        foreach (var member in Value.EnumerateObject()) yield return (member.Name, new(Document, member.Value, JsonPointer.Child(Pointer, member.Name)));
    }

    /// <summary>Its elements; none where it is no array.</summary>
    public IEnumerable<Spot> Elements()
    {
        if (Value.ValueKind != JsonValueKind.Array) yield break;
        foreach (var (index, element) in Value.EnumerateArray().Index()) yield return new(Document, element, $"{Pointer}/{index}");
    }

    /// <summary>The strings in the array that the member is.</summary>
    public IEnumerable<string> Strings(string name) =>
        Member(name)?.Elements().Where(element => element.Value.ValueKind == JsonValueKind.String).Select(element => element.Value.GetString()!) ?? [];
}
