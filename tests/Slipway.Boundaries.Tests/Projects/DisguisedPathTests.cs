using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Projects;

/// <summary>Ways to another unit that do not look like a path at first sight, each with its legal twin.</summary>
public class DisguisedPathTests
{
    [Theory]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="%2e%2e/billing/Billing.csproj" /></ItemGroup>""", "SLW1010")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="..%2Fbilling%2FBilling.csproj" /></ItemGroup>""", "SLW1010")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="..&#47;billing&#47;Billing.csproj" /></ItemGroup>""", "SLW1010")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="$([System.IO.Path]::Combine('..', 'billing', 'Billing.csproj'))" /></ItemGroup>""", "SLW1010")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="$([System.IO.Path]::GetFullPath('../billing/Billing.csproj'))" /></ItemGroup>""", "SLW1010")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="$([MSBuild]::NormalizePath('$(MSBuildThisFileDirectory)', '..', 'billing', 'Billing.csproj'))" /></ItemGroup>""", "SLW1010")]
    [InlineData("""<ItemGroup><Reference Include="Billing, Version=1.0.0.0" HintPath="../billing/bin/Billing.dll" Aliases="bb" /></ItemGroup>""", "SLW1001")]
    [InlineData("""<Target Name="Late"><Exec Command="cp ../billing/Money.cs ." /></Target>""", "SLW1014")]
    [InlineData("""<Target Name="Late"><Exec Command="cat &quot;../billing/Money.cs&quot; &gt; Money.cs" /></Target>""", "SLW1014")]
    [InlineData("""<Target Name="Late"><MSBuild Projects="../billing/Billing.csproj" Targets="Build" /></Target>""", "SLW1014")]
    [InlineData("""<Target Name="Late"><Csc Sources="../billing/Money.cs" /></Target>""", "SLW1014")]
    [InlineData("""<UsingTask TaskName="Pay" AssemblyFile="../billing/bin/Billing.dll" />""", "SLW1014")]
    [InlineData("""<ItemGroup><Analyzer Include="../billing/bin/Billing.Generator.dll" /></ItemGroup>""", "SLW1014")]
    public void A_path_in_disguise_is_found(string body, string rule)
    {
        using var platform = Orders(body);

        Assert.Equal([$"{rule} services/orders/Orders.csproj"], platform.Rules());
    }

    [Theory]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="%2e%2e/billingarchive/Nobody.csproj" /></ItemGroup>""")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="$([System.IO.Path]::Combine('src', 'billing', 'Domain.csproj'))" /></ItemGroup>""")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="$([MSBuild]::NormalizePath('$(MSBuildThisFileDirectory)', '..', '..', 'packages', 'contracts', 'Contracts.csproj'))" /></ItemGroup>""")]
    [InlineData("""<Target Name="Late"><Exec Command="cp ../../packages/contracts/order.json ." /></Target>""")]
    [InlineData("""<Target Name="Late"><Exec Command="dotnet tool run generate -- src/billing --out obj/billing" /></Target>""")]
    [InlineData("""<ItemGroup><Content Include="100%25/billing.txt" /></ItemGroup>""")]
    public void Its_legal_twin_is_clean(string body)
    {
        using var platform = Orders(body);

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData("Directory.Build.targets", "<Project><ItemGroup><Compile Include=\"$(MSBuildThisFileDirectory)services/billing/**/*.cs\" /></ItemGroup></Project>", "SLW1004")]
    [InlineData("Directory.Build.props", "<Project><ItemGroup><Using Include=\"Billing\" /><Reference Include=\"Billing\" HintPath=\"$(MSBuildThisFileDirectory)services/billing/bin/Billing.dll\" /></ItemGroup></Project>", "SLW1001")]
    public void What_a_file_of_the_root_takes_is_told_for_the_unit_that_imports_it(string file, string text, string rule)
    {
        using var platform = new SamplePlatform().With("services/billing")
            .With("services/orders", unit => unit with { Projects = [unit.Projects[0] with { Inputs = [file] }] })
            .Write(file, text);

        Assert.Equal([$"{rule} {file}"], platform.Rules());
    }

    private static SamplePlatform Orders(string body) => new SamplePlatform().With("services/orders").With("services/billing").With("packages/contracts")
        .Write("services/orders/Orders.csproj", $"<Project>{body}</Project>");
}
