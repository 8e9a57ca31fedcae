using Slipway.Model.Units;

namespace Slipway.Workspace.Tests.Graph;

public sealed class ProjectRolesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Shop", "Microsoft.NET.Sdk.Web", "", ProjectRole.Entry)]
    [InlineData("Shop", "Microsoft.NET.Sdk", "", ProjectRole.Library)]
    [InlineData("Shop.Migrate", "Microsoft.NET.Sdk", "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>", ProjectRole.Migrator)]
    [InlineData("Shop", "Microsoft.NET.Sdk", """<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup><PackageReference Include="Slipway.Migrations.Runner" /></ItemGroup>""", ProjectRole.Migrator)]
    [InlineData("Shop", "Microsoft.NET.Sdk.Web", """<ItemGroup><PackageReference Include="Slipway.Migrations.Runner" /></ItemGroup>""", ProjectRole.Entry)]
    [InlineData("Shop.Tests", "Microsoft.NET.Sdk", """<ItemGroup><PackageReference Include="xunit.v3" /></ItemGroup>""", ProjectRole.UnitTests)]
    [InlineData("Shop.IntegrationTests", "Microsoft.NET.Sdk", "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>", ProjectRole.IntegrationTests)]
    [InlineData("Shop.Checks", "Microsoft.NET.Sdk", "<PropertyGroup><SlipwayTests>integration</SlipwayTests></PropertyGroup>", ProjectRole.IntegrationTests)]
    public async Task A_project_says_itself_what_it_is_for(string name, string sdk, string body, ProjectRole role)
    {
        using var repository = new TemporaryRepository().Project($"services/shop/{name}/{name}.csproj", body, sdk);

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        var project = Assert.Single(Assert.Single(platform.Units).Projects);
        Assert.Equal((role, name, "net10.0"), (project.Role, project.Name, project.TargetFramework));
    }
}
