using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.OpenApi;

/// <summary>The forms of a body.</summary>
internal static class MediaTypes
{
    /// <summary>The schemas of each form; null where it has none. Parameters such as <c>charset</c> do not tell forms apart.</summary>
    public static IReadOnlyDictionary<string, Spot?> Of(Spot? body) => (body?.Member("content")?.Members() ?? [])
        .GroupBy(content => content.Name.Split(';')[0].Trim().ToLowerInvariant())
        .ToDictionary(same => same.Key, same => same.First().Spot.Member("schema"), StringComparer.Ordinal);

    /// <summary>The form that answers to a name: itself, else one with a star that holds it; null where there is none.</summary>
    public static string? Find(IReadOnlyDictionary<string, Spot?> forms, string name) =>
        forms.ContainsKey(name) ? name
        : forms.ContainsKey($"{name.Split('/')[0]}/*") ? $"{name.Split('/')[0]}/*"
        : forms.ContainsKey("*/*") ? "*/*"
        : null;
}
