namespace Slipway.Analyzers.Tests.Boundaries;

public class LocationTests
{
    private const string Reference = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <ProjectReference Include="../OtherCatalog.csproj" />
            <ProjectReference Include="../catalog/src/Catalog.csproj" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public Task The_error_points_at_the_reference_in_the_project_file() => new ForeignAssembly("services/ordering")
        .Linking("Catalog", "services/catalog")
        .WithProjectFile(Reference)
        .IsRefusedAt(line: 4, column: 47, endColumn: 61);
}
