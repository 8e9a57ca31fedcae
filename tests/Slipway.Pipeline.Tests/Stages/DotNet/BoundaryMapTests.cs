using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Tests.Stages.DotNet;

public class BoundaryMapTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void A_service_is_told_its_own_part_and_no_more() =>
        Assert.Equal(
            """
            slipway.map 1
            unit services/ordering
            folder services/Ordering
            folder domain/Ordering
            assembly Ordering
            assembly Ordering.Contracts
            allow services/catalog
            database orders
            schema orders
            schema sales
            expose-project services/Ordering/src/Ordering.Contracts/Ordering.Contracts.csproj
            expose-package Shop.Ordering
            expose-namespace Ordering.Events
            visible-to storefront

            """,
            BoundaryMap.Of(Shop, Shop.Units[1], Today));

    [Fact]
    public void An_app_is_told_the_services_that_it_must_not_name() =>
        Assert.EndsWith("service catalog\nservice ordering\n", BoundaryMap.Of(Shop, Shop.Units[2], Today), StringComparison.Ordinal);

    [Fact]
    public void A_new_unit_changes_no_other_s_part()
    {
        var before = BoundaryMap.Of(Shop, Shop.Units[0], Today);

        Assert.Equal(before, BoundaryMap.Of(Shop with { Units = [.. Shop.Units, Unit(UnitKind.Service, "payments")] }, Shop.Units[0], Today));
    }

    private static Platform Shop { get; } = new()
    {
        Name = "shop",
        Root = "/repo",
        Units =
        [
            Unit(UnitKind.Service, "catalog"),
            Unit(UnitKind.Service, "Ordering") with
            {
                Folders = ["services/Ordering", "domain/Ordering"],
                Projects = [Project("services/Ordering/src/Ordering/Ordering.csproj", "Ordering"), Project("services/Ordering/src/Ordering.Contracts/Ordering.Contracts.csproj", "Ordering.Contracts") with { IsExposed = true }],
                Database = new("postgresql", "orders") { Schemas = ["sales"] },
                AllowedEdges = [new(UnitName.Parse("catalog"), "until the SDK is there", Today), new(UnitName.Parse("storefront"), "it was", Today.AddDays(-1))],
                Exposes = new() { Packages = ["Shop.Ordering"], Namespaces = ["Ordering.Events"] },
                Visibility = [UnitName.Parse("Storefront")],
            },
            Unit(UnitKind.App, "storefront"),
        ],
    };

    private static Unit Unit(UnitKind kind, string name)
    {
        var id = new UnitId(kind, UnitName.Parse(name));
        return new() { Id = id, Toolchain = Toolchain.DotNet, Root = $"{id.Folder}/{name}", Folders = [$"{id.Folder}/{name}"] };
    }

    private static Project Project(string path, string name) => new() { Path = path, Toolchain = Toolchain.DotNet, Role = ProjectRole.Library, Name = name };
}
