namespace Slipway.Analyzers.Tests.Packages;

/// <summary>Code that comes in another shape than a project of C# files, in real builds, each with its legal twin.</summary>
public class ShapeTests(PackedAnalyzers packed) : IClassFixture<PackedAnalyzers>
{
    [Fact]
    public async Task A_package_of_another_service_is_known_by_its_stamp_whatever_it_is_called()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog", Called("Innocent.Parts"))
            .Project("packages/contracts/Contracts", Called("Catalog.Contracts"))
            .Project("services/ordering/Ordering", Takes("Innocent.Parts"))
            .Project("services/payments/Payments", Takes("Catalog.Contracts"));
        await platform.Pack("services/catalog/Catalog");
        await platform.Pack("packages/contracts/Contracts");

        Assert.Contains(
            "SLW1001: 'services/ordering' references the assembly 'Catalog' of 'services/catalog'",
            Assert.Single(await platform.Build("services/ordering/Ordering")), StringComparison.Ordinal);
        Assert.Empty(await platform.Build("services/payments/Payments"));
    }

    [Fact]
    public async Task A_component_is_told_in_its_own_file()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog")
            .Write("services/catalog/Catalog/Placed.cs", "namespace Catalog.Events;\n\npublic class Placed;\n")
            .Map("services/catalog", "services/catalog", "assembly Catalog", "expose-namespace Catalog.Events")
            .Map("services/ordering", "services/ordering", "assembly Ordering")
            .Write("services/ordering/Ordering/Ordering.csproj", """
                <Project Sdk="Microsoft.NET.Sdk.Razor">
                  <ItemGroup>
                    <FrameworkReference Include="Microsoft.AspNetCore.App" />
                    <ProjectReference Include="../../catalog/Catalog/Catalog.csproj" />
                  </ItemGroup>
                </Project>
                """)
            .Write("services/ordering/Ordering/Wrong.razor", "<p>@thing</p>\n@code {\n    private readonly Catalog.Thing thing = new();\n}\n")
            .Write("services/ordering/Ordering/Right.razor", "@using Catalog.Events\n<p>@placed</p>\n@code {\n    private readonly Placed placed = new();\n}\n");

        var errors = await platform.Build("services/ordering/Ordering", $"-p:SlipwayMaps={platform.PathOf("maps")}");

        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Matches(@"^services/ordering/Ordering/Wrong\.razor\((1,5|3,\d+)\): error SLW1002", error));
    }

    [Fact]
    public async Task A_page_is_told_in_its_own_file()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog")
            .Write("services/catalog/Catalog/Placed.cs", "namespace Catalog.Events;\n\npublic class Placed;\n")
            .Map("services/catalog", "services/catalog", "assembly Catalog", "expose-namespace Catalog.Events")
            .Map("services/ordering", "services/ordering", "assembly Ordering")
            .Write("services/ordering/Ordering/Ordering.csproj", """
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <ItemGroup>
                    <ProjectReference Include="../../catalog/Catalog/Catalog.csproj" />
                  </ItemGroup>
                </Project>
                """)
            .Write("services/ordering/Ordering/Program.cs", "var app = Microsoft.AspNetCore.Builder.WebApplication.Create();\napp.Run();\n")
            .Write("services/ordering/Ordering/Pages/Wrong.cshtml", "@page\n@using Catalog\n<p>@(new Thing())</p>\n@{\n    var thing = new Catalog.Thing();\n}\n")
            .Write("services/ordering/Ordering/Pages/Right.cshtml", "@page\n@using Catalog.Events\n<p>@(new Placed())</p>\n")
            .Write("services/ordering/Ordering/Views/Shared/Model.cshtml", "@model Catalog.Thing\n<p>@Model</p>\n");

        var errors = await platform.Build("services/ordering/Ordering", $"-p:SlipwayMaps={platform.PathOf("maps")}");

        Assert.Contains(errors, error => error.Contains("Pages/Wrong.cshtml(", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("Views/Shared/Model.cshtml(", StringComparison.Ordinal));
        // The class that a page derives from stands in what Razor writes, and has no line of its own.
        Assert.All(errors, error => Assert.Matches(@"^services/ordering/Ordering/(Pages/Wrong\.cshtml|Views/Shared/Model\.cshtml|obj/.*/Model_cshtml\.g\.cs)\(\d+,\d+\): error SLW1002", error));
    }

    [Theory]
    [InlineData("../catalog/Catalog/Catalog.csproj", "SLW1001")]
    [InlineData("Ordering/Ordering.csproj", null)]
    public async Task A_program_without_a_project_keeps_the_rule_of_its_folder(string project, string? rule)
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog")
            .Project("services/ordering/Ordering")
            .Write("services/ordering/tool.cs", $"#:property PublishAot=false\n#:project {project}\nSystem.Console.WriteLine();\n");

        var errors = await platform.Build("services/ordering/tool.cs");

        if (rule is null) Assert.Empty(errors);
        else Assert.Contains(errors, error => error.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_formatter_tells_and_mends_what_the_compiler_does()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/ordering/Ordering")
            .Write("services/ordering/Ordering/Friends.cs", "using System.Runtime.CompilerServices;\n\n[assembly: InternalsVisibleTo(\"Catalog\")]\n");
        Assert.Contains("Friends.cs(3,", Assert.Single(await platform.Build("services/ordering/Ordering")), StringComparison.Ordinal);

        var (told, output) = await platform.Dotnet("format", "analyzers", "services/ordering/Ordering", "--no-restore", "--verify-no-changes", "--diagnostics", "SLW1006");
        var (mended, _) = await platform.Dotnet("format", "analyzers", "services/ordering/Ordering", "--no-restore", "--diagnostics", "SLW1006");

        Assert.NotEqual(0, told);
        Assert.Contains("services/ordering/Ordering/Friends.cs(3,12): error SLW1006", output, StringComparison.Ordinal);
        Assert.Equal(0, mended);
        Assert.DoesNotContain("Catalog", await File.ReadAllTextAsync(platform.PathOf("services/ordering/Ordering/Friends.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Called(string package) => $"<PropertyGroup><PackageId>{package}</PackageId><Version>1.0.0</Version></PropertyGroup>";

    private static string Takes(string package) =>
        $"<ItemGroup><PackageVersion Include=\"{package}\" Version=\"1.0.0\" /><PackageReference Include=\"{package}\" /></ItemGroup>";
}
