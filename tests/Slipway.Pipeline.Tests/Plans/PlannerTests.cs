using System.Collections.Immutable;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Tests.Plans;

public sealed class PlannerTests
{
    private static readonly Platform _platform = Harbour.Platform("desk", "shop", "till");
    private static readonly ImmutableArray<PlanStep> _steps = [Harbour.Step("restore"), Harbour.Step("typecheck", "restore")];

    [Fact]
    public void Every_stage_is_planned_for_every_unit_by_stage_then_by_unit() => Assert.Equal(
        ["apps/desk restore", "apps/shop restore", "apps/till restore", "apps/desk typecheck", "apps/shop typecheck", "apps/till typecheck"],
        Plan(_steps).Nodes.Select(node => node.Key.ToString()));

    [Theory]
    [InlineData("shop")]
    [InlineData("SHOP")]
    [InlineData("apps/shop")]
    public void A_unit_is_chosen_by_its_name_or_its_whole_identity_in_any_case(string name) =>
        Assert.Equal("apps/shop", Assert.Single(Plan(_steps, name).Units).Id.ToString());

    [Fact]
    public void Every_unknown_unit_is_reported_with_the_nearest_name()
    {
        var exception = Assert.Throws<BadInputException>(() => Plan(_steps, "shoop", "desc", "shop"));

        Assert.Equal(
            [
                "SLP2050: There is no unit 'shoop' on the platform harbour.\n  mend: did you mean 'shop'? The units are: desk, shop, till",
                "SLP2050: There is no unit 'desc' on the platform harbour.\n  mend: did you mean 'desk'? The units are: desk, shop, till",
            ],
            exception.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_stage_waits_only_for_stages_that_are_planned()
    {
        var plan = Plan([Harbour.Step("typecheck", "restore"), Harbour.Step("unit", "typecheck", "migrations")]);

        Assert.All(plan.NodesOf(new("typecheck")), node => Assert.Empty(node.After));
        Assert.All(plan.NodesOf(new("unit")), node => Assert.Equal("typecheck", Assert.Single(node.After).ToString()));
    }

    [Fact]
    public void A_unit_with_nothing_to_do_says_why()
    {
        var plan = Plan([Harbour.Step(new PaperStage("unit") { Skip = unit => unit.Name.Lower == "desk" ? "a desk needs none" : null })]);

        Assert.Equal(["a desk needs none", null, null], plan.Nodes.Select(node => node.SkipReason));
    }

    [Fact]
    public void The_fingerprint_moves_with_everything_that_decides_the_outcome()
    {
        var stage = new PaperStage("unit");
        Digest[] fingerprints =
        [
            Of(stage, "files", "toolchain"),
            Of(new PaperStage("lint"), "files", "toolchain"),
            Of(new PaperStage("unit") { Judgement = 2 }, "files", "toolchain"),
            Of(new PaperStage("unit") { Setting = "key" }, "files", "toolchain"),
            Of(stage, "other files", "toolchain"),
            Of(stage, "files", "another toolchain"),
        ];

        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
        Assert.Equal(fingerprints[0], Of(new PaperStage("unit"), "files", "toolchain"));

        static Digest Of(PaperStage stage, string files, string toolchain) => Planner.Plan(
            Harbour.Platform("shop"), [], [Harbour.Step(stage)], (_, _) => Digest.Of(files), _ => toolchain).Nodes.Single().Fingerprint;
    }

    private static Plan Plan(ImmutableArray<PlanStep> steps, params string[] chosen) =>
        Planner.Plan(_platform, [.. chosen], steps, (unit, _) => Digest.Of(unit.ToString()), _ => "toolchain");
}
