using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Machine.Yaml;
using Slipway.Model.Units;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads a <c>unit.yaml</c>; its keys are those of <c>Schemas/unit.schema.json</c>.</summary>
internal static partial class UnitFileReader
{
    private static readonly Dictionary<string, UnitKind> Kinds = new(StringComparer.Ordinal)
    {
        ["service"] = UnitKind.Service, ["app"] = UnitKind.App, ["package"] = UnitKind.Package,
    };

    public static UnitFile? Read(string root, string path, YamlProblems problems) =>
        YamlDocumentReader.ReadFile(root, path, problems) is { } map ? Read(map) : null;

    internal static UnitFile Read(YamlMap map)
    {
        var tests = map.Map("tests") is { } testsMap ? TestRequirements.Read(testsMap) : TestRequirements.None;
        var (exposure, placed) = map.Map("exposes") is { } exposes ? ExposureReader.Read(exposes) : (new(), []);
        var file = new UnitFile
        {
            Place = map.Place with { Line = 1, Column = 1 },
            Name = Name(map),
            Kind = map.Choice("kind", Kinds),
            Description = map.Text("description"),
            NextVersion = NextVersion(map),
            UnitTests = tests.Unit,
            IntegrationTests = tests.Integration,
            FlakyTests = tests.Flaky,
            Variables = VariableNames.Read(map),
            Database = map.Map("database") is { } database ? DatabaseReader.Read(database) : null,
            Exposes = exposure,
            Exposures = placed,
            Visibility = Visibility(map),
            AllowedEdges = [.. map.Maps("allowedEdges").Select(Allowance).OfType<UnitEdgeAllowance>()],
            Roles = map.Map("projects") is { } projects ? RoleGlobs.Read(projects) : [],
        };
        map.RejectUnknownKeys();
        return file;
    }

    private static PlacedName? Name(YamlMap map)
    {
        if (map.Text("name") is not { } name) return null;
        if (UnitName.TryParse(name, out _)) return new(name, map["name"]!.Place);
        map["name"]!.Report(
            Codes.BadUnitName,
            $"'{name}' cannot be the name of a unit; expected {UnitName.Grammar}.",
            "write a name of that form");
        return null;
    }

    private static Version? NextVersion(YamlMap map)
    {
        if (map.Text("nextVersion") is not { } text) return null;
        if (ReleasedVersion.IsMatch(text)) return Version.Parse(text);
        map["nextVersion"]!.Report(YamlCodes.NotAllowed, $"'{text}' cannot be the next version of a unit.", "write three numbers, such as 2.0.0");
        return null;
    }

    private static ImmutableArray<PlacedName>? Visibility(YamlMap map)
    {
        if (map["visibility"] is YamlScalar { Text: "all", IsString: true } or null) return null;
        if (map["visibility"] is YamlList) return [.. map.TextList("visibility").Select(item => new PlacedName(item.Text, item.Place))];
        var node = map["visibility"]!;
        node.Report(
            YamlCodes.WrongType,
            $"'visibility' must be 'all' or a list of units, but is {node.Kind}.",
            "write all, or the names of the units that may use this one");
        return null;
    }

    private static UnitEdgeAllowance? Allowance(YamlMap map)
    {
        var to = map.RequiredText("to");
        var reason = map.RequiredText("reason");
        var until = map.RequiredDate("until");
        map.RejectUnknownKeys();
        return to is null || reason is null || until is null ? null : new(new(to, map["to"]!.Place), reason, until.Value);
    }

    [GeneratedRegex(@"\A(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ReleasedVersion { get; }
}
