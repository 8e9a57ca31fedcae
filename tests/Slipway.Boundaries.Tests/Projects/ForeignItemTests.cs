using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Projects;

public class ForeignItemTests
{
    [Theory]
    [InlineData("""<ItemGroup><Reference Include="Billing"><HintPath>../billing/bin/Debug/net10.0/Billing.dll</HintPath></Reference></ItemGroup>""", "SLW1001")]
    [InlineData("""<ItemGroup><Reference Include="..\billing\bin\Debug\net10.0\Billing.dll" /></ItemGroup>""", "SLW1001")]
    [InlineData("""<ItemGroup><PackageReference Include="Billing" Version="1.0.0" /></ItemGroup>""", "SLW1001")]
    [InlineData("""<ItemGroup><Compile Include="..\billing\**\*.cs" Link="%(Filename).cs" /></ItemGroup>""", "SLW1004")]
    [InlineData("""<ItemGroup><Compile Include="src/../../billing/Money.cs" /></ItemGroup>""", "SLW1004")]
    [InlineData("""<ItemGroup><Compile Include="../**/*.cs" /></ItemGroup>""", "SLW1004")]
    [InlineData("""<Import Project="../billing/Shared.projitems" Label="Shared" />""", "SLW1004")]
    [InlineData("""<Import Project="../billing/Billing.props" Condition="false" />""", "SLW1014")]
    [InlineData("""<ItemGroup><None Include="../billing/**/*.cs" CopyToOutputDirectory="Always" /></ItemGroup>""", "SLW1014")]
    [InlineData("""<ItemGroup><Protobuf Include="../billing/p.proto" /></ItemGroup>""", "SLW1014")]
    [InlineData("""<ItemGroup><OpenApiReference Include="../billing/openapi.json" /></ItemGroup>""", "SLW1014")]
    [InlineData("""<ItemGroup><EmbeddedResource Include="x.sql;../billing/y.sql" /></ItemGroup>""", "SLW1014")]
    [InlineData("""<Target Name="Late"><Copy SourceFiles="../billing/bin/Billing.dll" DestinationFolder="$(OutDir)" /></Target>""", "SLW1014")]
    public void A_file_of_another_unit_is_found_whatever_it_is_for(string body, string rule)
    {
        using var platform = Orders(body);

        Assert.Equal([$"{rule} services/orders/Orders.csproj"], platform.Rules());
    }

    [Theory]
    [InlineData("""<ItemGroup><Reference Include="Lib"><HintPath>lib/Lib.dll</HintPath></Reference></ItemGroup>""")]
    [InlineData("""<ItemGroup><Reference Include="Lib"><HintPath>../../lib/Third.Party.dll</HintPath></Reference></ItemGroup>""")]
    [InlineData("""<ItemGroup><PackageReference Include="Billing.Client" Version="1.0.0" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><Compile Include="../../packages/contracts/Shared/*.cs" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><Protobuf Include="../../packages/contracts/p.proto" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><Compile Include="obj/Generated.cs" /><None Include="../../docs/readme.md" /></ItemGroup>""")]
    [InlineData("""<Import Project="../../build/Common.props" /><Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />""")]
    [InlineData("""<ItemGroup><Compile Include="../billingarchive/Money.cs" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><Content Include="https://example.org/../billing/x" /></ItemGroup>""")]
    public void Its_legal_twin_is_clean(string body)
    {
        using var platform = Orders(body);

        Assert.Empty(platform.Rules());
    }

    [Fact]
    public void Paths_of_an_imported_file_count_from_the_project_that_imports_it()
    {
        using var platform = Orders("<Import Project=\"build/Extra.props\" />")
            .Write("services/orders/build/Extra.props", """<Project><ItemGroup><Compile Include="../billing/Money.cs" /></ItemGroup></Project>""");

        Assert.Equal(["SLW1004 services/orders/build/Extra.props"], platform.Rules());
    }

    [Fact]
    public void A_props_file_that_is_no_XML_leaves_its_unit_unknown()
    {
        using var platform = Orders("").Write("services/orders/Extra.props", "<Project>");

        Assert.Equal(["SLW9005 services/orders/Extra.props"], platform.Rules());
    }

    private static SamplePlatform Orders(string body) => new SamplePlatform().With("services/orders").With("services/billing").With("packages/contracts")
        .Write("services/orders/Orders.csproj", $"<Project>{body}</Project>");
}
