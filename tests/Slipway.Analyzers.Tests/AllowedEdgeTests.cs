namespace Slipway.Analyzers.Tests;

public class AllowedEdgeTests
{
    [Fact]
    public Task An_allowed_edge_is_no_error() => new ForeignAssembly("services/ordering")
        .Linking("Catalog", "services/catalog")
        .Allowing("services/ordering -> services/catalog\n")
        .IsFine();

    [Fact]
    public Task An_allowed_edge_holds_in_its_own_direction_only() => new ForeignAssembly("services/ordering")
        .Linking("Catalog", "services/catalog")
        .Allowing("services/catalog -> services/ordering\nservices/payments -> services/catalog\n")
        .IsRefused();
}
