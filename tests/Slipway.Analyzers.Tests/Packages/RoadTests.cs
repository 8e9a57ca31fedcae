using System.Text.Json;

namespace Slipway.Analyzers.Tests.Packages;

/// <summary>The roads by which files and assemblies of another unit come into a build, in real builds, each with its legal twin.</summary>
public class RoadTests(PackedAnalyzers packed) : IClassFixture<PackedAnalyzers>
{
    [Fact]
    public async Task What_a_project_takes_from_elsewhere_is_told_once_each()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog")
            .Write("services/catalog/Catalog/api.json", "{}")
            .Write("services/catalog/Shared/Money.cs", "namespace Catalog; class Money;")
            .Write("services/catalog/Shared/Shared.projitems", "<Project><ItemGroup><Compile Include=\"$(MSBuildThisFileDirectory)Money.cs\" /></ItemGroup></Project>")
            .Write("packages/contracts/order.json", "{}")
            .Project("services/ordering/Ordering", """
                <Import Project="../../catalog/Shared/Shared.projitems" />
                <ItemGroup>
                  <Content Include="../../catalog/**/*.json" Exclude="../../catalog/**/obj/**;../../catalog/**/bin/**" CopyToOutputDirectory="PreserveNewest" />
                  <EmbeddedResource Include="../../../packages/contracts/order.json" />
                  <InternalsVisibleTo Include="Catalog" />
                </ItemGroup>
                """);

        var errors = await platform.Build("services/ordering/Ordering");

        Assert.Equal(["SLW1004", "SLW1006", "SLW1014"], errors.Select(error => error.Split("error ")[1][..7]).Order(StringComparer.Ordinal));
        Assert.All(errors, error => Assert.StartsWith("services/ordering/Ordering/Ordering.csproj(", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_package_is_to_blame_for_what_it_launders()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog")
            .Project("packages/helpers/Helpers", Uses("../../../services/catalog/Catalog/Catalog.csproj"))
            .Project("services/ordering/tests/Ordering.Tests", Uses("../../../catalog/Catalog/Catalog.csproj") + "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>");

        Assert.Contains("SLW1007", Assert.Single(await platform.Build("packages/helpers/Helpers")), StringComparison.Ordinal);
        Assert.Contains("SLW1013", Assert.Single(await platform.Build("services/ordering/tests/Ordering.Tests")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_service_exposes_travels_with_its_assembly()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog")
            .Project("services/catalog/Catalog.Contracts")
            .Map("services/catalog", "services/catalog", "assembly Catalog", "assembly Catalog.Contracts", "expose-project services/catalog/Catalog.Contracts/Catalog.Contracts.csproj")
            .Map("services/ordering", "services/ordering", "assembly Ordering")
            .Project("services/ordering/Ordering", Uses("../../catalog/Catalog.Contracts/Catalog.Contracts.csproj"));

        Assert.Empty(await platform.Build("services/ordering/Ordering", $"-p:SlipwayMaps={platform.PathOf("maps")}"));
    }

    [Fact]
    public async Task The_receipt_of_a_build_names_every_core_rule()
    {
        using var platform = new PlatformFolder(packed.Feed).Project("services/catalog/Catalog");

        Assert.Empty(await platform.Build("services/catalog/Catalog", $"-p:ErrorLog={platform.PathOf("catalog.sarif")}%2cversion=2.1"));

        using var receipt = JsonDocument.Parse(await File.ReadAllTextAsync(platform.PathOf("catalog.sarif"), TestContext.Current.CancellationToken));
        var rules = receipt.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")
            .EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToArray();
        Assert.Empty(RuleIds.Core.Except(rules));
    }

    private static string Uses(string project) => $"<ItemGroup><ProjectReference Include=\"{project}\" /></ItemGroup>";
}
