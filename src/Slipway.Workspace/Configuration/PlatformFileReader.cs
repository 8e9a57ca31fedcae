using Slipway.Machine.Files;
using Slipway.Machine.Yaml;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads <c>platform.yaml</c>; its keys are those of <c>Schemas/platform.schema.json</c>.</summary>
internal static class PlatformFileReader
{
    public static PlatformFile Read(string root, YamlProblems problems)
    {
        foreach (var other in AlmostNamed.In(root, PlatformLocator.FileName)) problems.Add(Texts.Misnamed(other, PlatformLocator.FileName));
        if (!FileKind.IsThere(Path.Join(root, PlatformLocator.FileName))) return new();
        if (FileFault.Of(root, PlatformLocator.FileName) is { } fault)
        {
            problems.Add(fault);
            return new();
        }
        return YamlDocumentReader.ReadFile(root, PlatformLocator.FileName, problems) is { } map ? Read(map) : new();
    }

    internal static PlatformFile Read(YamlMap map)
    {
        var file = new PlatformFile
        {
            Name = NameOf(map),
            Layout = map.Map("layout") is { } layout ? LayoutReader.Read(layout) : LayoutPlan.Convention,
            Settings = Settings(map),
        };
        map.RejectUnknownKeys();
        return file;
    }

    private static string? NameOf(YamlMap map)
    {
        var name = map.Text("name");
        if (name is not null && !UnitName.TryParse(name, out _))
            map["name"]!.Report(
                Codes.BadUnitName,
                $"'{name}' cannot be the platform's name; expected {UnitName.Grammar}.",
                "write it in one word");
        return name;
    }

    private static PlatformSettings Settings(YamlMap map)
    {
        var settings = new PlatformSettings();
        var scan = map.Map("security") is { } security ? SecretScan(security) : null;
        return settings with
        {
            Configuration = map.Enum("configuration", "Debug", "Release") ?? settings.Configuration,
            WarningsAsErrors = map.Bool("warningsAsErrors") ?? settings.WarningsAsErrors,
            BaseImage = BaseImage(map, "baseImage"),
            NodeBaseImage = BaseImage(map, "nodeBaseImage"),
            Publish = map.Map("publish") is { } publish ? PublishReader.Read(publish) : settings.Publish,
            Variables = VariableNames.Read(map),
            SecretScanExclusions = scan ?? settings.SecretScanExclusions,
        };
    }

    private static BaseImageReference? BaseImage(YamlMap map, string key)
    {
        var image = map.Text(key);
        if (image is null) return null;
        if (BaseImageReference.TryParse(image, out var reference)) return reference;
        map[key]!.Report(
            YamlCodes.NotAllowed,
            $"'{key}' is '{image}', which does not end in a digest: a tag can name another image tomorrow.",
            $"write it as {BaseImageReference.Grammar}");
        return null;
    }

    private static Dictionary<string, string> SecretScan(YamlMap security)
    {
        var exclusions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (security.Map("secretScan") is { } scan)
        {
            foreach (var exclusion in Exclusion.ReadAll(scan, "exclude")) exclusions[exclusion.Glob] = exclusion.Reason;
            scan.RejectUnknownKeys();
        }
        security.RejectUnknownKeys();
        return exclusions;
    }
}
