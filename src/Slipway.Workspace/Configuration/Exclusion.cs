using System.Collections.Immutable;
using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Configuration;

/// <summary>A glob of files from the root that are left out of something, and why.</summary>
internal sealed record Exclusion(string Glob, string Reason, YamlPlace Place)
{
    public static ImmutableArray<Exclusion> ReadAll(YamlMap map, string key) => [.. map.Maps(key).Select(Read).OfType<Exclusion>()];

    private static Exclusion? Read(YamlMap item)
    {
        var glob = item.RequiredText("path");
        var reason = item.RequiredText("reason");
        item.RejectUnknownKeys();
        return glob is not null && reason is not null && item["path"]!.StaysInside(glob) ? new(glob, reason, item["path"]!.Place) : null;
    }
}
