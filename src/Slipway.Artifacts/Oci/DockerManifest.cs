using System.Text.Json.Nodes;
using Slipway.Evidence.Json;
using Slipway.Model;
using Slipway.Model.Units;

namespace Slipway.Artifacts.Oci;

/// <summary>What <c>docker load</c> looks for: Docker up to 24 reads no OCI index out of an archive, and this beside it.</summary>
internal static class DockerManifest
{
    public static byte[] Write(UnitId unit, Digest config, IEnumerable<Digest> layers) => CanonicalJson.Write(new JsonArray(new JsonObject
    {
        ["Config"] = InLayout(config),
        ["RepoTags"] = new JsonArray($"slipway/{unit.Name.Lower}:latest"),
        ["Layers"] = new JsonArray([.. layers.Select(layer => (JsonNode)InLayout(layer))]),
    }));

    private static string InLayout(Digest blob) => $"{LayoutPath.Blobs}/{blob.Hex}";
}
