namespace Slipway.Analyzers.Tests.Packages;

public class BuildTests(PackedAnalyzers packed) : IClassFixture<PackedAnalyzers>
{
    private const string Mend = "units are deployed on their own and share packages only; use the SDK or contracts package of 'catalog' instead";
    private const string Page = "(docs/reference/diagnostics/SLW1001.md)";

    [Fact]
    public async Task Every_way_to_another_service_s_assembly_fails_the_build()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/src/Catalog")
            .Project("services/ordering/src/Ordering", """
                  <PropertyGroup><SlipwayUnit>services/catalog</SlipwayUnit><NoWarn>SLW1001</NoWarn></PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../../../catalog/src/Catalog/Catalog.csproj" />
                  </ItemGroup>
                """)
            .Project("services/payments/Payments", """
                  <ItemGroup>
                    <Reference Include="Totally.Innocent"><HintPath>lib/Totally.Innocent.dll</HintPath></Reference>
                  </ItemGroup>
                """);
        Assert.Empty(await platform.Build("services/catalog/src/Catalog"));
        Directory.CreateDirectory(platform.PathOf("services/payments/Payments/lib"));
        File.Copy(
            platform.PathOf("services/catalog/src/Catalog/bin/Debug/net10.0/Catalog.dll"),
            platform.PathOf("services/payments/Payments/lib/Totally.Innocent.dll"));

        Assert.Equal(
            [$"services/ordering/src/Ordering/Ordering.csproj(4,61): error SLW1001: 'services/ordering' references the assembly 'Catalog' of 'services/catalog': {Mend} {Page}"],
            await platform.Build("services/ordering/src/Ordering", "-p:SlipwayUnit=services/catalog"));
        Assert.Equal(
            [$"services/payments/Payments/Payments.csproj(3,57): error SLW1001: 'services/payments' references the assembly 'Catalog' of 'services/catalog': {Mend} {Page}"],
            await platform.Build("services/payments/Payments"));
    }

    [Fact]
    public async Task A_platform_that_keeps_the_rule_builds()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("packages/contracts/Contracts")
            .Project("services/catalog/src/Catalog", Uses("../../../../packages/contracts/Contracts/Contracts.csproj"))
            .Project("services/catalog/tests/CatalogTests", Uses("../../src/Catalog/Catalog.csproj"));

        Assert.Empty(await platform.Build("services/catalog/tests/CatalogTests"));
    }

    [Fact]
    public async Task Another_layout_is_told_by_a_map()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("src/Catalog")
            .Project("src/Catalog.Domain")
            .Project("src/Ordering", Uses("../Catalog.Domain/Catalog.Domain.csproj"))
            .Map("src/Catalog", "services/catalog", "folder src/Catalog.Domain")
            .Map("src/Catalog.Domain", "services/catalog", "folder src/Catalog")
            .Map("src/Ordering", "services/ordering");

        Assert.Equal(
            [$"src/Ordering/Ordering.csproj(2,59): error SLW1001: 'services/ordering' references the assembly 'Catalog.Domain' of 'services/catalog': {Mend} {Page}"],
            await platform.Build("src/Ordering", $"-p:SlipwayMaps={platform.PathOf("maps")}"));
    }

    private static string Uses(string project) => $"  <ItemGroup><ProjectReference Include=\"{project}\" /></ItemGroup>";
}
