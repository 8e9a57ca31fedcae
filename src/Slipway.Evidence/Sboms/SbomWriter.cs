using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Slipway.Evidence.Json;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Sboms;

/// <summary>Writes CycloneDX 1.6. The same components in whatever order give the same bytes: no clock and no chance is in it.</summary>
public static class SbomWriter
{
    // A release's content must not change with the time at which it was made; when that was stands in its provenance.
    private const string Timestamp = "1970-01-01T00:00:00Z";

    /// <exception cref="KnownFailureException">It contradicts itself; see <see cref="SbomFaults"/>.</exception>
    public static byte[] Write(Sbom sbom)
    {
        if (SbomFaults.Of(sbom).ToList() is { Count: > 0 } faults) throw new KnownFailureException(faults);
        var document = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = Timestamp,
                ["lifecycles"] = new JsonArray(new JsonObject { ["phase"] = "build" }),
                // Its version would change what ships with each new Slipway.
                ["tools"] = new JsonObject { ["components"] = new JsonArray(new JsonObject { ["type"] = "application", ["name"] = "slipway" }) },
                ["component"] = Component(sbom.Subject),
            },
            ["components"] = new JsonArray([.. sbom.All.Skip(1).Select(Component)]),
            ["dependencies"] = new JsonArray([.. sbom.All.Select(Dependency)]),
        };
        document["serialNumber"] = SerialOf(CanonicalJson.Write(document));
        return CanonicalJson.WriteIndented(document);
    }

    private static string SerialOf(byte[] content)
    {
        var bytes = SHA256.HashData(content).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80); // of version 8: a digest of our own choice
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true):D}";
    }

    private static JsonObject Component(SbomComponent component)
    {
        var members = new JsonObject { ["type"] = component.Kind, ["bom-ref"] = component.Reference, ["name"] = component.Name };
        if (component.Group is not null) members["group"] = component.Group;
        if (component.Version is not null) members["version"] = component.Version;
        if (component.Purl is not null) members["purl"] = component.Purl;
        if (component.Excluded || component.Optional) members["scope"] = component.Excluded ? "excluded" : "optional";
        if (!component.Hashes.IsEmpty) members["hashes"] = Pairs(component.Hashes, "alg", "content");
        if (component.License is not null) members["licenses"] = new JsonArray(License(component.License));
        if (!component.Properties.IsEmpty) members["properties"] = Pairs(component.Properties, "name", "value");
        return members;
    }

    private static JsonArray Pairs(ImmutableSortedDictionary<string, string> pairs, string key, string value) =>
        new([.. pairs.Select(pair => new JsonObject { [key] = pair.Key, [value] = pair.Value })]);

    private static JsonObject License(SbomLicense license) => license switch
    {
        SbomLicense.Spdx(var id) => new() { ["license"] = new JsonObject { ["id"] = id } },
        SbomLicense.Expression(var text) => new() { ["expression"] = text },
        SbomLicense.Named(var name, null) => new() { ["license"] = new JsonObject { ["name"] = name } },
        SbomLicense.Named(var name, var address) => new() { ["license"] = new JsonObject { ["name"] = name, ["url"] = address } },
        _ => throw new InvalidOperationException("The set of licences is closed."),
    };

    private static JsonObject Dependency(SbomComponent component) => new()
    {
        ["ref"] = component.Reference,
        ["dependsOn"] = new JsonArray([.. component.DependsOn.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(needed => (JsonNode)needed)]),
    };
}
