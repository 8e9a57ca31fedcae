using Slipway.Machine.Yaml;
using Slipway.Model.Units;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads <c>tests</c>: which sorts a unit must have, and why it may do without.</summary>
internal static class TestRequirements
{
    public static (TestRequirement? Unit, TestRequirement? Integration) Read(YamlMap map)
    {
        var unit = map.Enum("unit", "required", "none");
        var integration = map.Enum("integration", "required", "none");
        var reason = map.Text("reason");
        if ((unit == "none" || integration == "none") && !map.Has("reason"))
            map.Report(YamlCodes.MissingKey, "The key 'reason' is missing here: tests that are left out need one.", "add 'reason: ...'");
        map.RejectUnknownKeys();
        return (Requirement(unit, reason), Requirement(integration, reason));
    }

    private static TestRequirement? Requirement(string? word, string? reason) => word switch
    {
        null => null,
        "none" => new(false, reason),
        _ => TestRequirement.Needed,
    };
}
