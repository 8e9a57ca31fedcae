using System.Text.Json.Nodes;
using Slipway.Evidence.Json;
using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Evidence.Releases;

/// <summary>
/// Writes <c>release.json</c>, and the canonical content whose digest is the release digest. Anyone can recompute it:
/// <c>jq -jcS .content release.json | sha256sum</c>.
/// </summary>
public static class ReleaseManifestWriter
{
    /// <summary>The bytes that the release digest is taken of.</summary>
    public static byte[] WriteContent(ReleaseContent content) => CanonicalJson.Write(Content(content));

    public static Digest DigestOf(ReleaseContent content) => Digest.Of(WriteContent(content));

    /// <summary>The bytes of <c>release.json</c>. There is one form only, so that no byte of it can change unseen.</summary>
    public static byte[] Write(ReleaseManifest manifest) => CanonicalJson.WriteIndented(new JsonObject
    {
        ["content"] = Content(manifest.Content),
        ["origin"] = Origin(manifest.Origin),
    });

    private static JsonObject Content(ReleaseContent content) => new()
    {
        ["unit"] = content.Unit.ToString(),
        ["parts"] = new JsonObject(content.Parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value))),
        ["files"] = new JsonArray([.. content.Files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(File)]),
    };

    private static JsonObject File(ReleaseFile file) => new()
    {
        ["path"] = file.Path,
        ["digest"] = file.Digest.ToString(),
        ["size"] = file.Size,
    };

    private static JsonObject Origin(ReleaseOrigin origin)
    {
        var members = new JsonObject
        {
            ["dirty"] = origin.Dirty,
            ["version"] = origin.Version,
            ["invocation"] = origin.Invocation.ToString("D"),
            ["builder"] = origin.Builder,
        };
        if (origin.Commit is not null) members["commit"] = origin.Commit;
        return members;
    }
}
