using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Evidence.Provenance;

/// <summary>
/// Takes out of a signed provenance what no manifest tells, as far as it can be read. It reports nothing: whatever it passes over is missing
/// when the provenance is computed again.
/// </summary>
internal static class BuildFactsReader
{
    /// <summary>The name of the source among what was resolved.</summary>
    public const string Source = "source";

    public static BuildFacts Read(JsonElement predicate)
    {
        var definition = Member(predicate, "buildDefinition");
        var run = Member(predicate, "runDetails");
        var metadata = Member(run, "metadata");
        return new()
        {
            Configuration = Text(Member(Member(definition, "externalParameters"), "configuration")),
            Internal = Texts(Member(definition, "internalParameters")),
            Materials = [.. Items(Member(definition, "resolvedDependencies")).Select(Material).OfType<Material>()],
            Slipway = Text(Member(Member(Member(run, "builder"), "version"), "slipway")),
            StartedOn = Rfc3339.Read(Text(Member(metadata, "startedOn"))),
            FinishedOn = Rfc3339.Read(Text(Member(metadata, "finishedOn"))),
        };
    }

    /// <summary>The external parameters of a signed provenance, as text, unit and version included.</summary>
    public static ImmutableSortedDictionary<string, string> Parameters(JsonElement predicate) =>
        Texts(Member(Member(predicate, "buildDefinition"), "externalParameters"));

    private static Material? Material(JsonElement element) =>
        Text(Member(element, "name")) is { } name && name != Source ? Provenance.Material.Of(name, Texts(Member(element, "digest"))) : null;

    private static ImmutableSortedDictionary<string, string> Texts(JsonElement? element) => element is { ValueKind: JsonValueKind.Object } members
        ? members.EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.String)
            .ToImmutableSortedDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal)
        : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static IReadOnlyList<JsonElement> Items(JsonElement? element) => element is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement? parent, string key) =>
        parent is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(key, out var member) ? member : null;
}
