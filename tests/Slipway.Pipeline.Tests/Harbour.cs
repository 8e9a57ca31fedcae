using System.Collections.Immutable;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Tests;

/// <summary>A platform that exists on paper only, and plans of stages on it.</summary>
internal static class Harbour
{
    public static Platform Platform(params string[] apps) => new()
    {
        Name = "harbour",
        Root = "/harbour",
        Units = [.. apps.Order(StringComparer.Ordinal).Select(Unit)],
    };

    public static Unit Unit(string name) => new()
    {
        Id = Id(name),
        Toolchain = Toolchain.Node,
        Root = $"apps/{name}",
        Folders = [$"apps/{name}"],
    };

    public static UnitId Id(string name) => new(UnitKind.App, UnitName.Parse(name));

    public static PlanStep Step(Stage stage, params string[] after) => new(stage, [.. after.Select(name => new StageName(name))]);

    public static PlanStep Step(string stage, params string[] after) => Step(new PaperStage(stage), after);

    public static Plan Plan(ImmutableArray<PlanStep> steps, params string[] apps) => Planner.Plan(
        Platform(apps), [], steps, (unit, _) => Digest.Of(unit.ToString()), _ => "toolchain");
}
