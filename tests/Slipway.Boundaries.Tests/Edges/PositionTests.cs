using Slipway.Boundaries.Tests.Harness;
namespace Slipway.Boundaries.Tests.Edges;

public class PositionTests
{
    [Fact]
    public void A_project_reference_is_found_by_line_and_column_whatever_its_condition()
    {
        using var platform = new SamplePlatform().Using("services/ordering → services/catalog").Write("services/ordering/Ordering.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <ProjectReference Include="../OtherCatalog.csproj" />
                <ProjectReference Condition="'$(CI)' == ''" Include="..\catalog\Catalog.csproj" />
              </ItemGroup>
            </Project>
            """);

        Assert.StartsWith("services/ordering/Ordering.csproj(4,58): ", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dependency_of_npm_is_found_likewise()
    {
        using var platform = new SamplePlatform()
            .WithNode("apps/storefront", "storefront").WithNode("apps/backoffice", "@sample/backoffice")
            .Using("apps/storefront → apps/backoffice")
            .Write("apps/storefront/package.json", """
                {
                  "name": "storefront",
                  "dependencies": { "@sample/backoffice": "*" }
                }
                """);

        Assert.StartsWith("apps/storefront/package.json(3,21): ", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_is_not_XML_still_has_its_finding()
    {
        using var platform = new SamplePlatform()
            .Using("services/ordering → services/catalog").Write("services/ordering/Ordering.csproj", "<Project");

        Assert.StartsWith("services/ordering/Ordering.csproj: ", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }
}
