using Slipway.Compatibility.Consumers;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Compatibility.Tests.Consumers;

public class ConsumerTests
{
    private static readonly Platform Shop = new()
    {
        Name = "shop",
        Root = "/repo",
        Units =
        [
            Unit(UnitKind.Service, "catalog") with { Exposes = new() { Packages = ["@shop/prices"] } }, Unit(UnitKind.Service, "ordering"), Unit(UnitKind.App, "storefront"),
            Unit(UnitKind.Package, "catalog-sdk"), Unit(UnitKind.Package, "catalogue-sdk"), Unit(UnitKind.Package, "prices", "@shop/prices"), Unit(UnitKind.Package, "widgets"),
        ],
        Edges = [Edge("services/ordering", "packages/catalog-sdk"), Edge("packages/widgets", "packages/prices"), Edge("apps/storefront", "packages/widgets")],
    };

    [Fact]
    public void A_services_consumers_are_all_who_reach_a_package_that_is_called_after_it_or_that_it_exposes() => Assert.Equal(
        ["services/ordering (through packages/catalog-sdk)", "apps/storefront (through packages/prices)", "packages/widgets (through packages/prices)"],
        new ConsumerFinder(Shop).Of(Of("catalog")).Select(consumer => consumer.ToString()));

    [Fact]
    public void A_packages_consumers_are_all_who_reach_it() =>
        Assert.Equal(["apps/storefront", "packages/widgets"], new ConsumerFinder(Shop).Of(Of("prices")).Select(consumer => consumer.Unit.ToString()));

    [Fact]
    public void Nobody_consumes_what_nobody_uses() => Assert.Empty(new ConsumerFinder(Shop).Of(Of("ordering")));

    private static Unit Of(string name) => Shop.TryGet(UnitName.Parse(name), out var unit) ? unit : throw new ArgumentException(name);

    private static Unit Unit(UnitKind kind, string name, string? package = null) => new()
    {
        Id = new(kind, UnitName.Parse(name)), Toolchain = Toolchain.Node, Root = name, Folders = [name],
        Projects = [new() { Path = $"{name}/package.json", Toolchain = Toolchain.Node, Role = ProjectRole.Library, Name = package ?? name }],
    };

    private static Edge Edge(string from, string to) => new(Id(from), Id(to), []);

    private static UnitId Id(string text) => new(
        text.Split('/')[0] switch { "services" => UnitKind.Service, "apps" => UnitKind.App, _ => UnitKind.Package }, UnitName.Parse(text.Split('/')[1]));
}
