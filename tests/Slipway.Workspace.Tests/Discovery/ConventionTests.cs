using Slipway.Model.Units;

namespace Slipway.Workspace.Tests.Discovery;

public sealed class ConventionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_folder_below_services_apps_and_packages_is_a_unit()
    {
        using var repository = new TemporaryRepository(("apps/storefront/package.json", """{ "name": "storefront" }"""))
            .Project("services/catalog/src/Catalog/Catalog.csproj", sdk: "Microsoft.NET.Sdk.Web")
            .Project("packages/contracts/Contracts.csproj");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal(["services/catalog", "apps/storefront", "packages/contracts"], platform.Units.Select(unit => unit.Id.ToString()));
        Assert.Equal([Toolchain.DotNet, Toolchain.Node, Toolchain.DotNet], platform.Units.Select(unit => unit.Toolchain));
    }
}
