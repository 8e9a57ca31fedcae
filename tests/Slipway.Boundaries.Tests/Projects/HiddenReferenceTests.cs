using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Projects;

public class HiddenReferenceTests
{
    [Theory]
    [InlineData("""<ItemGroup Condition="'$(CI)' == ''"><ProjectReference Include="../billing/Billing.csproj" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><ProjectReference Condition="'$(Configuration)' == 'Release'" Include="..\billing\Billing.csproj" /></ItemGroup>""")]
    [InlineData("""<ItemGroup Condition="'$(TargetFramework)' == 'net9.0'"><ProjectReference Include="$(MSBuildThisFileDirectory)../billing/Billing.csproj" /></ItemGroup>""")]
    [InlineData("""<Choose><When Condition="false"><ItemGroup><ProjectReference Include="../billing/Billing.csproj" /></ItemGroup></When></Choose>""")]
    [InlineData("""<Target Name="Late"><ItemGroup><ProjectReference Include="../billing/Billing.csproj" /></ItemGroup></Target>""")]
    [InlineData("""<PropertyGroup><Other>../billing</Other></PropertyGroup><ItemGroup Condition="false"><ProjectReference Include="$(Other)/Billing.csproj" /></ItemGroup>""")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="$(FromSomewhere)/billing/Billing.csproj" /></ItemGroup>""")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="../**/*.csproj" /></ItemGroup>""")]
    public void A_reference_that_todays_evaluation_does_not_show_is_found(string body)
    {
        using var platform = Orders(body);

        Assert.Equal(["SLW1010 services/orders/Orders.csproj"], platform.Rules());
    }

    [Theory]
    [InlineData("""<ItemGroup Condition="'$(CI)' == ''"><ProjectReference Include="../../packages/contracts/Contracts.csproj" /></ItemGroup>""")]
    [InlineData("""<ItemGroup Condition="'$(CI)' == ''"><ProjectReference Include="src/Domain/Domain.csproj" /></ItemGroup>""")]
    [InlineData("""<ItemGroup Condition="false"><ProjectReference Include="../billingarchive/Nobody.csproj" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><ProjectReference Remove="../billing/Billing.csproj" /></ItemGroup>""")]
    [InlineData("""<PropertyGroup><Note>services/billing/Billing.csproj</Note></PropertyGroup>""")]
    public void Its_legal_twin_is_clean(string body)
    {
        using var platform = Orders(body);

        Assert.Empty(platform.Rules());
    }

    [Fact]
    public void The_message_says_where_and_why_without_a_line_number_in_it()
    {
        using var platform = Orders("""<ItemGroup Condition="'$(CI)' == ''"><ProjectReference Include="../billing/Billing.csproj" /></ItemGroup>""");

        Assert.Equal(
            ["services/orders/Orders.csproj(1,74): error SLW1010: 'services/orders' references 'services/billing' (services/billing/Billing.csproj) where today's evaluation does not show it: a condition decides who is linked\n  mend: Use the SDK or contracts package of 'billing' instead."],
            platform.Check());
    }

    [Fact]
    public void What_the_graph_shows_is_told_once()
    {
        using var platform = new SamplePlatform().Using("services/orders → services/billing")
            .Write("services/orders/Orders.csproj", """<Project><ItemGroup><ProjectReference Include="../billing/Billing.csproj" /></ItemGroup></Project>""");

        Assert.Equal(["SLW1001 services/orders/Orders.csproj"], platform.Rules());
    }

    [Fact]
    public void A_file_of_the_root_that_a_project_imports_is_read_for_it()
    {
        using var platform = new SamplePlatform().With("services/billing")
            .With("services/orders", unit => unit with { Projects = [unit.Projects[0] with { Inputs = ["build/Shared.props"] }] })
            .Write("build/Shared.props", """<Project><ItemGroup Condition="false"><ProjectReference Include="$(MSBuildThisFileDirectory)../services/billing/Billing.csproj" /></ItemGroup></Project>""");

        Assert.Equal(["SLW1010 build/Shared.props"], platform.Rules());
    }

    [Theory]
    [InlineData("tool.cs", "#:project ../billing/Billing.csproj\nConsole.WriteLine();\n")]
    [InlineData("tool.cs", "#:package Billing@1.0.0\n")]
    [InlineData("tool.cs", "#!/usr/bin/env dotnet\n#:project ../billing\n")]
    [InlineData("tool.cs", "#:include ../billing/Money.cs\n")]
    [InlineData("tool.cs", "#:ref ../billing/bin/Billing.dll\n")]
    [InlineData("tool.csx", "#r \"../billing/bin/Debug/net10.0/Billing.dll\"\n")]
    [InlineData("tool.csx", "#load \"../billing/Money.cs\"\n")]
    [InlineData("tool.csx", "#r \"nuget: Billing, 1.0.0\"\n")]
    public void A_program_without_a_project_is_found(string file, string text)
    {
        using var platform = Orders("").Write($"services/orders/{file}", text);

        Assert.Equal([$"SLW1010 services/orders/{file}"], platform.Rules());
    }

    [Theory]
    [InlineData("tool.cs", "#:project Orders.csproj\n#:package Contracts@1.0.0\n")]
    [InlineData("tool.cs", "#region ../billing/Billing.csproj\n#endregion\n")]
    [InlineData("tool.csx", "#load \"Money.cs\"\n")]
    public void Such_a_program_of_the_units_own_is_clean(string file, string text)
    {
        using var platform = Orders("").Write($"services/orders/{file}", text);

        Assert.Empty(platform.Rules());
    }

    private static SamplePlatform Orders(string body) => new SamplePlatform().With("services/orders").With("services/billing").With("packages/contracts")
        .Write("services/orders/Orders.csproj", $"<Project>{body}</Project>");
}
