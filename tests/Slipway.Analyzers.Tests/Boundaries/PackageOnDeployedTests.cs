using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class PackageOnDeployedTests
{
    private static readonly string Catalog = Stamped.As("services/catalog", "namespace Catalog; public class Thing;");

    [Fact]
    public Task A_package_does_not_link_a_service() => new UnitCode<PackageOnDeployedAnalyzer>("packages/helpers")
        .Linking("Catalog", Catalog)
        .ExpectAt(1, 1, 1, "'packages/helpers' references the assembly 'Catalog' of 'services/catalog': a package must not depend on what is deployed; move what it needs of 'catalog' into a package")
        .IsSo();

    [Fact]
    public Task A_package_may_link_a_package() => new UnitCode<PackageOnDeployedAnalyzer>("packages/helpers")
        .Linking("Contracts", Stamped.As("packages/contracts", "public class Event;")).IsSo();

    [Fact]
    public Task A_package_may_link_what_a_service_exposes() => new UnitCode<PackageOnDeployedAnalyzer>("packages/catalog-sdk")
        .Linking("Catalog.Contracts", Stamped.As("services/catalog", "public class Event;", exposes: "*")).IsSo();

    [Fact]
    public Task A_service_is_another_rule_s_matter() => new UnitCode<PackageOnDeployedAnalyzer>("services/ordering")
        .Linking("Catalog", Catalog).IsSo();
}
