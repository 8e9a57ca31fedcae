using Slipway.Boundaries.Tests.Harness;
namespace Slipway.Boundaries.Tests.Edges;

public class EdgeTests
{
    [Theory]
    [InlineData("services/ordering", "services/catalog")]
    [InlineData("services/ordering", "apps/storefront")]
    [InlineData("apps/storefront", "services/catalog")]
    [InlineData("apps/storefront", "apps/backoffice")]
    public void Services_and_apps_use_nothing_but_packages(string from, string to)
    {
        using var platform = new SamplePlatform().Using($"{from} → {to}");
        var file = $"{from}/{char.ToUpperInvariant(from.Split('/')[1][0])}{from.Split('/')[1][1..]}.csproj";

        Assert.Equal(
            [$"{file}: error SLW1001: '{from}' references '{to}': units are deployed on their own and share packages only\n  mend: Use the SDK or contracts package of '{to.Split('/')[1]}' instead."],
            platform.Check());
    }

    [Fact]
    public void A_package_uses_nothing_that_is_deployed()
    {
        using var platform = new SamplePlatform().Using("packages/helpers → services/catalog");

        Assert.Equal(
            ["packages/helpers/Helpers.csproj: error SLW1001: 'packages/helpers' references 'services/catalog': a package must not depend on what is deployed\n  mend: Move what it needs of 'catalog' into a package."],
            platform.Check());
    }

    [Fact]
    public void Packages_are_for_everyone()
    {
        using var platform = new SamplePlatform()
            .Using("services/ordering → packages/contracts").Using("apps/storefront → packages/sdk → packages/contracts");

        Assert.Empty(platform.Check());
    }

    [Fact]
    public void A_wrong_edge_is_told_once_at_the_unit_that_has_it_with_the_way_that_leads_there()
    {
        using var platform = new SamplePlatform().Using("services/ordering → packages/helpers → services/catalog");

        Assert.Equal(
            [
                "packages/helpers/Helpers.csproj: error SLW1001: 'packages/helpers' references 'services/catalog' (services/ordering → packages/helpers → services/catalog): a package must not depend on what is deployed\n  mend: Move what it needs of 'catalog' into a package.",
                "services/ordering/Ordering.csproj: note SLW1001: 'services/ordering' comes to use 'services/catalog' through services/ordering → packages/helpers → services/catalog; the finding is that of 'packages/helpers'\n  mend: Nothing here: remove the reference of 'packages/helpers' to 'services/catalog'.",
            ],
            platform.Check().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_lies_behind_a_forbidden_edge_is_told_only_there()
    {
        using var platform = new SamplePlatform().Using("services/a → services/b → services/c");

        Assert.Equal(["'services/a' references 'services/b'", "'services/b' references 'services/c'"], platform.Check().Select(Pair));
    }

    [Fact]
    public void A_circle_ends()
    {
        using var platform = new SamplePlatform().Using("packages/a → packages/b → packages/a → services/c");

        Assert.Equal(["'packages/a' references 'services/c'", "'packages/b' comes to"], platform.Check().Select(Pair));
    }

    private static string Pair(string finding) => string.Join(' ', finding.Split(": ")[2].Split(' ')[..3]);
}
