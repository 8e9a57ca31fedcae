using System.Text.RegularExpressions;
using Slipway.Machine.Yaml;
using Slipway.Model.Platforms;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads the map <c>publish</c> of <c>platform.yaml</c>.</summary>
internal static partial class PublishReader
{
    public static PublishSettings Read(YamlMap map)
    {
        var registry = map.Text("registry");
        if (registry is not null && !Registry.IsMatch(registry))
        {
            map["registry"]!.Report(
                YamlCodes.NotAllowed, $"'registry' is '{registry}', which is no registry with a path: units go below it, each under its own name and version.",
                "write it as registry.example.com/shop, all lower case, without a tag; http:// before it only for a registry on this machine");
        }
        var settings = new PublishSettings { Registry = registry, Feed = map.Text("feed") };
        map.RejectUnknownKeys();
        return settings;
    }

    [GeneratedRegex(@"\A(http://)?[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Registry { get; }
}
