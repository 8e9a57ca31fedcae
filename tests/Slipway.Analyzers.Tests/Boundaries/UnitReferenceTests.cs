namespace Slipway.Analyzers.Tests.Boundaries;

public class UnitReferenceTests
{
    [Fact]
    public Task A_service_does_not_link_another_service() => new ForeignAssembly("services/ordering")
        .Linking("Catalog", "services/catalog")
        .IsRefusedSaying("'services/ordering' references the assembly 'Catalog' of 'services/catalog': units are deployed on their own and share packages only; use the SDK or contracts package of 'catalog' instead");

    [Fact]
    public Task A_service_does_not_link_an_app() => new ForeignAssembly("services/ordering")
        .Linking("Backoffice", "apps/backoffice").IsRefused();

    [Fact]
    public Task An_app_does_not_link_a_service() => new ForeignAssembly("apps/backoffice")
        .Linking("Catalog", "services/catalog").IsRefused();

    [Fact]
    public Task What_a_package_brings_is_named_with_its_carrier() => new ForeignAssembly("services/ordering")
        .Linking("Catalog", "services/catalog")
        .Linking("Helpers", "packages/helpers", "Catalog")
        .IsRefusedSaying("'services/ordering' references the assembly 'Catalog' of 'services/catalog' (brought by 'Helpers' of 'packages/helpers'): units are deployed on their own and share packages only; use the SDK or contracts package of 'catalog' instead");

    [Fact]
    public Task Everybody_may_link_packages() => new ForeignAssembly("apps/backoffice")
        .Linking("Contracts", "packages/contracts").Linking("CatalogSdk", "packages/catalog-sdk", "Contracts").IsFine();

    [Fact]
    public Task A_unit_may_link_its_own_assemblies_whatever_the_case_of_its_folder() => new ForeignAssembly("services/ordering")
        .Linking("OrderingDomain", "services/Ordering").IsFine();

    [Fact]
    public Task A_longer_name_is_another_unit() => new ForeignAssembly("services/orders")
        .Linking("Archive", "services/ordersarchive").IsRefused();

    [Fact]
    public Task An_assembly_without_a_stamp_comes_from_elsewhere() => new ForeignAssembly("services/ordering")
        .Linking("Newtonsoft", stamp: null).IsFine();

    [Fact]
    public Task A_project_outside_every_unit_is_not_judged() => new ForeignAssembly("")
        .Linking("Catalog", "services/catalog").IsFine();

    [Fact]
    public Task A_unit_does_not_link_what_lies_beside_the_units() => new ForeignAssembly("services/ordering")
        .Linking("Tooling", "outside/tools")
        .IsRefusedSaying("'services/ordering' references the assembly 'Tooling' of 'outside/tools': it belongs to no unit, so nobody releases it; make it a package");

    [Fact]
    public Task What_a_service_exposes_whole_may_be_linked() => new ForeignAssembly("services/ordering")
        .Exposing("CatalogContracts", "services/catalog", exposes: "*").IsFine();

    [Fact]
    public Task What_a_service_exposes_in_part_may_be_linked() => new ForeignAssembly("services/ordering")
        .Exposing("Catalog", "services/catalog", exposes: "Catalog.Api").IsFine();

    [Fact]
    public Task A_package_that_is_shown_to_others_only_is_refused() => new ForeignAssembly("services/ordering")
        .Exposing("Pricing", "packages/pricing", visibleTo: "catalog billing")
        .IsRefusedSaying("'services/ordering' references the assembly 'Pricing' of 'packages/pricing': its owner shows it to others only; ask for 'ordering' in the 'visibility' of its unit.yaml");

    [Fact]
    public Task A_package_may_be_linked_by_those_that_it_names() => new ForeignAssembly("services/ordering")
        .Exposing("Pricing", "packages/pricing", visibleTo: "catalog ordering").IsFine();
}
