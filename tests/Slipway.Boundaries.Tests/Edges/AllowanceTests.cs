using Slipway.Boundaries.Tests.Harness;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Tests.Edges;

public class AllowanceTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(SamplePlatform.Now.UtcDateTime);

    [Fact]
    public void An_allowed_edge_is_no_finding_up_to_and_with_its_last_day()
    {
        using var platform = Ordering(allowedUntil: Today).Using("services/ordering → services/catalog");

        Assert.Empty(platform.Check());
    }

    [Fact]
    public void After_that_day_the_finding_says_that_it_was_allowed_and_why()
    {
        using var platform = Ordering(allowedUntil: Today.AddDays(-1)).Using("services/ordering → services/catalog");

        Assert.Contains("share packages only; it was allowed until 2026-11-19 (the SDK is on its way)", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_behind_an_allowed_edge_is_not_allowed_with_it()
    {
        using var platform = Ordering(allowedUntil: Today).Using("services/ordering → services/catalog → services/payments");

        Assert.Contains(platform.Check(), finding => finding.Contains("services/ordering → services/catalog → services/payments", StringComparison.Ordinal));
    }

    [Fact]
    public void An_allowance_for_an_edge_that_is_not_there_is_stale()
    {
        using var platform = Ordering(allowedUntil: Today);

        Assert.StartsWith("services/ordering/unit.yaml: warning SLW9003: ", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_cannot_be_read_leaves_its_unit_unknown()
    {
        using var platform = new SamplePlatform().With("services/ordering", unit => unit with
        {
            Projects = [unit.Projects[0] with { Role = ProjectRole.Unreadable, Unreadable = "the SDK 'Sample.Sdk' was not found" }],
        });

        Assert.StartsWith(
            "services/ordering/Ordering.csproj: error SLW9005: 'services/ordering/Ordering.csproj' could not be read, so nobody knows what 'services/ordering' references: the SDK 'Sample.Sdk' was not found",
            Assert.Single(platform.Check()),
            StringComparison.Ordinal);
    }

    private static SamplePlatform Ordering(DateOnly allowedUntil) => new SamplePlatform().With(
        "services/ordering", unit => unit with { AllowedEdges = [new(UnitName.Parse("catalog"), "the SDK is on its way", allowedUntil)] });
}
