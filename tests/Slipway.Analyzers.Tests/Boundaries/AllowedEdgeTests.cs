namespace Slipway.Analyzers.Tests.Boundaries;

public class AllowedEdgeTests
{
    [Fact]
    public Task An_allowed_edge_is_no_error() => new ForeignAssembly("services/ordering")
        .Linking("Catalog", "services/catalog")
        .Allowing("services/catalog")
        .IsFine();

    [Fact]
    public Task An_allowed_edge_opens_one_unit_and_no_other() => new ForeignAssembly("services/ordering")
        .Linking("Catalog", "services/catalogarchive")
        .Allowing("services/catalog", "services/payments")
        .IsRefused();
}
