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
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="$([MSBuild]::NormalizeDirectory('..', 'billing'))Billing.csproj" /></ItemGroup>""", "SLW1010")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="$([MSBuild]::EnsureTrailingSlash('../billing'))Billing.csproj" /></ItemGroup>""", "SLW1010")]
    [InlineData("""<ItemGroup><Reference Include="Billing, Version=1.0.0.0" HintPath="../billing/bin/Billing.dll" Aliases="bb" /></ItemGroup>""", "SLW1001")]
    [InlineData("""<Target Name="Late"><Exec Command="cp ../billing/Money.cs ." /></Target>""", "SLW1014")]
    [InlineData("""<Target Name="Late"><Exec Command="cd ../../services &amp;&amp; cp billing/Money.cs orders" /></Target>""", "SLW1014")]
    [InlineData("""<PropertyGroup><PreBuildEvent>cp ../billing/Money.cs .</PreBuildEvent></PropertyGroup>""", "SLW1014")]
    [InlineData("""<PropertyGroup><PostBuildEvent>cp ../billing/Money.cs .</PostBuildEvent></PropertyGroup>""", "SLW1014")]
    [InlineData("""<Target Name="Late"><Exec Command="cat &quot;../billing/Money.cs&quot; &gt; Money.cs" /></Target>""", "SLW1014")]
    [InlineData("""<Target Name="Late"><MSBuild Projects="../billing/Billing.csproj" Targets="Build" /></Target>""", "SLW1014")]
    [InlineData("""<Target Name="Late"><Csc Sources="../billing/Money.cs" /></Target>""", "SLW1014")]
    [InlineData("""<UsingTask TaskName="Pay" AssemblyFile="../billing/bin/Billing.dll" />""", "SLW1014")]
    [InlineData("""<ItemGroup><Analyzer Include="../billing/bin/Billing.Generator.dll" /></ItemGroup>""", "SLW1014")]
    [InlineData("""<PropertyGroup><Copies>cp ../billing/Money.cs .</Copies></PropertyGroup><Target Name="Late"><Exec Command="$(Copies)" /></Target>""", "SLW1014")]
    [InlineData("""<UsingTask TaskName="Grab" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="x"><Task><Code>System.IO.File.Copy("../billing/Money.cs", "Money.cs");</Code></Task></UsingTask>""", "SLW1014")]
    [InlineData("""<ItemGroup><Names Include="Money" /><Compile Include="@(Names->'../billing/%(Identity).cs')" /></ItemGroup>""", "SLW1004")]
    [InlineData("""<ItemGroup><Names Include="billing" /><Compile Include="../%(Names.Identity)/Money.cs" /></ItemGroup>""", "SLW1004")]
    [InlineData("""<ItemGroup><Compile Include="../$(FromOutside)/Money.cs" /></ItemGroup>""", "SLW1004")]
    [InlineData("""<PropertyGroup><Everything>../**/*.cs</Everything></PropertyGroup><ItemGroup><Compile Include="$(Everything)" /></ItemGroup>""", "SLW1004")]
    [InlineData("""<PropertyGroup><Name>Bill</Name></PropertyGroup><ItemGroup><PackageReference Include="$(Name)ing" Version="1.0.0" /></ItemGroup>""", "SLW1001")]
    [InlineData("""<ItemGroup><PackageDownload Include="Billing" Version="[1.0.0]" /></ItemGroup>""", "SLW1001")]
    [InlineData("""<Target Name="Late" AfterTargets="ResolveAssemblyReferences"><ItemGroup><ReferencePath Include="../billing/bin/Billing.dll" /></ItemGroup></Target>""", "SLW1014")]
    [InlineData("""<ItemGroup><Compile Include="../BILLING/Money.cs" /></ItemGroup>""", "SLW1004")]
    [InlineData("""<Import Project="../billing/Shared.projitems" Condition="Exists('../billing')" />""", "SLW1004")]
    [InlineData("""<PropertyGroup><CustomAfterMicrosoftCommonTargets>../billing/After.targets</CustomAfterMicrosoftCommonTargets></PropertyGroup>""", "SLW1014")]
    [InlineData("""<PropertyGroup><DirectoryBuildPropsPath>../billing/Directory.Build.props</DirectoryBuildPropsPath></PropertyGroup>""", "SLW1014")]
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
    [InlineData("""<PropertyGroup><PreBuildEvent>cd .. &amp;&amp; cp ../../packages/contracts/order.json $(OutDir)</PreBuildEvent></PropertyGroup>""")]
    [InlineData("""<Target Name="Late"><Exec Command="dotnet tool run generate -- src/billing --out obj/billing" /></Target>""")]
    [InlineData("""<ItemGroup><Content Include="100%25/billing.txt" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><Names Include="Money" /><Compile Include="@(Names->'src/%(Identity).cs')" /><None Include="$(FromOutside)/Money.cs" /></ItemGroup>""")]
    [InlineData("""<UsingTask TaskName="Grab" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="x"><Task><Code>Log.LogMessage("billing/Money.cs is not ours"); File.Copy("a/b.cs", "c.cs");</Code></Task></UsingTask>""")]
    [InlineData("""<ItemGroup><PackageReference Include="$(Name)ing" Version="1.0.0" /></ItemGroup>""")]
    [InlineData("""<PropertyGroup><CustomAfterMicrosoftCommonTargets>../../build/After.targets</CustomAfterMicrosoftCommonTargets></PropertyGroup>""")]
    [InlineData("""<Import Project="../../build/$(Configuration).props" />""")]
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

    [Theory]
    [InlineData("<Import Project=\"stuff.xml\" />", "stuff.xml")]
    [InlineData("<Import Project=\"imports/*\" />", "imports/stuff")]
    [InlineData("<Import Project=\"one.inc\" />", "two.inc")]
    public void An_imported_file_is_read_whatever_it_is_called(string import, string file)
    {
        using var platform = Orders(import).Write("services/orders/one.inc", "<Project><Import Project=\"two.inc\" /></Project>")
            .Write($"services/orders/{file}", """<Project><ItemGroup><Compile Include="../billing/Money.cs" /></ItemGroup></Project>""");

        Assert.Equal([$"SLW1004 services/orders/{file}"], platform.Rules());
    }

    [Theory]
    [InlineData("services/orders/obj/Orders.csproj.extra.g.targets")]
    [InlineData("services/orders/web.esproj")]
    [InlineData("services/orders/Orders.fsproj.user")]
    [InlineData("services/orders/deep/Directory.Build.targets")]
    public void A_file_that_MSBuild_takes_by_itself_is_read_too(string file)
    {
        using var platform = Orders("").Write(file, """<Project><ItemGroup><Compile Include="$(MSBuildProjectDirectory)/../billing/Money.cs" /><Compile Include="$(MSBuildThisFileDirectory)../../billing/Money.cs" /></ItemGroup></Project>""");

        Assert.Equal([$"SLW1004 {file}"], platform.Rules());
    }

    private static SamplePlatform Orders(string body) => new SamplePlatform().With("services/orders").With("services/billing").With("packages/contracts")
        .Write("services/orders/Orders.csproj", $"<Project>{body}</Project>");
}
