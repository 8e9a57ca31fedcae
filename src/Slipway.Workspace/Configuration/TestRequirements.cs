using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Units;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads <c>tests</c>: which sorts a unit must have, why it may do without, and which tests may be run again.</summary>
internal sealed record TestRequirements(TestRequirement? Unit, TestRequirement? Integration, ImmutableArray<FlakyTest> Flaky)
{
    /// <summary>Where the file does not say.</summary>
    public static TestRequirements None { get; } = new(null, null, []);

    public static TestRequirements Read(YamlMap map)
    {
        var unit = map.Enum("unit", "required", "none");
        var integration = map.Enum("integration", "required", "none");
        var reason = map.Text("reason");
        var flaky = FlakyTests.Read(map);
        if ((unit == "none" || integration == "none") && !map.Has("reason"))
            map.Report(YamlCodes.MissingKey, "The key 'reason' is missing here: tests that are left out need one.", "add 'reason: ...'");
        map.RejectUnknownKeys();
        return new(Requirement(unit, reason), Requirement(integration, reason), flaky);
    }

    private static TestRequirement? Requirement(string? word, string? reason) => word switch
    {
        null => null,
        "none" => new(false, reason),
        _ => TestRequirement.Needed,
    };
}
