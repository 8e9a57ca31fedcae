using Slipway.Boundaries.Tests.Harness;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Tests.Edges;

public class ExposureTests
{
    [Fact]
    public void What_a_service_exposes_others_may_reference()
    {
        using var platform = new SamplePlatform().With("services/catalog", Exposed).Using("services/ordering → services/catalog");

        Assert.Empty(platform.Check());
    }

    [Fact]
    public void What_it_does_not_expose_stays_closed_and_the_mend_names_what_is_open()
    {
        using var platform = new SamplePlatform()
            .With("services/catalog", unit => unit with { Projects = [unit.Projects[0], Contracts(unit)] }).Using("services/ordering → services/catalog");

        Assert.EndsWith("mend: Use what 'catalog' exposes (Catalog.Contracts), or its SDK package.", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_exposed_project_brings_along_must_be_exposed_too()
    {
        using var platform = new SamplePlatform().With(
            "services/catalog", unit => unit with { Projects = [unit.Projects[0], Contracts(unit) with { References = [unit.Projects[0].Path] }] });

        Assert.Contains("'services/catalog' exposes 'Catalog.Contracts', and with it 'Catalog', which it does not expose", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_is_for_those_that_its_visibility_names()
    {
        using var platform = new SamplePlatform().With("packages/ledger", unit => unit with { Visibility = [UnitName.Parse("catalog")] })
            .Using("services/catalog → packages/ledger").Using("services/ordering → packages/ledger");

        Assert.Contains(
            "'services/ordering' references 'packages/ledger': its visibility names catalog, and not 'ordering'", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_is_visible_to_nobody_is_used_by_nobody()
    {
        using var platform = new SamplePlatform().With("packages/ledger", unit => unit with { Visibility = [] }).Using("services/ordering → packages/ledger");

        Assert.Contains("its visibility names nobody", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void Exposed_contracts_too_are_for_those_that_the_visibility_names()
    {
        using var platform = new SamplePlatform().With("services/catalog", unit => Exposed(unit) with { Visibility = [UnitName.Parse("payments")] })
            .Using("services/ordering → services/catalog");

        Assert.Single(platform.Check());
    }

    private static Unit Exposed(Unit unit) => unit with { Projects = [unit.Projects[0] with { IsExposed = true }] };

    private static Project Contracts(Unit unit) => unit.Projects[0] with { Path = "services/catalog/Contracts/Catalog.Contracts.csproj", Name = "Catalog.Contracts", IsExposed = true };
}
