using System.Globalization;

namespace Slipway.Workspace.Tests.DotNet;

/// <summary>Changes at random, one after the other: after each, what is used is what MSBuild says, with everything kept so far.</summary>
public sealed class AnyChangeTests
{
    private static readonly string[] Folders = ["", "services/", "services/shop/", "services/shop/parts/", "services/blog/", "packages/money/", "shared/", "shared/deep/"];
    private static readonly string[] Projects = ["services/shop/Shop.csproj", "services/shop/parts/Parts.csproj", "services/blog/Blog.csproj", "packages/money/Money.csproj"];

    private static readonly string[] Bodies =
    [
        "",
        "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>",
        """<ItemGroup><Compile Include="../../shared/**/*.cs" /></ItemGroup>""",
        """<ItemGroup><Compile Include="$(MSBuildThisFileDirectory)../../shared/*.cs" Exclude="../../shared/A*.cs" /></ItemGroup>""",
        """<ItemGroup><ProjectReference Include="../../packages/money/Money.csproj" Condition="'$(AssemblyName)' != 'Money'" /></ItemGroup>""",
        """<ItemGroup><ProjectReference Include="../**/*.csproj" Exclude="$(MSBuildProjectFullPath)" Condition="'$(MSBuildProjectName)' == 'Shop'" /></ItemGroup>""",
        """<Import Project="../../shared/*.props" />""",
        """<Import Project="../common.props" Condition="Exists('../common.props')" />""",
        """<Import Project="$([MSBuild]::GetPathOfFileAbove('common.props', '$(MSBuildThisFileDirectory)'))" Condition="'$([MSBuild]::GetPathOfFileAbove(common.props, $(MSBuildThisFileDirectory)))' != ''" />""",
        """<PropertyGroup Condition="Exists('../blog/Blog.csproj') And !Exists('../../shared/A.cs')"><AssemblyName>Lonely</AssemblyName></PropertyGroup>""",
        """<PropertyGroup><AssemblyName>A$([System.IO.File]::Exists('$(MSBuildThisFileDirectory)/../../shared/A.cs'))</AssemblyName></PropertyGroup>""",
        """<ItemGroup><None Include="@(Compile->'../../shared/%(Filename).txt')" /><PackageReference Include="Some" Version="1.0.0" /></ItemGroup>""",
        "<PropertyGroup><TargetFramework /><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup>",
    ];

    private static readonly string[] Names =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "common.props", "A.cs", "B.cs", "A.txt", "packages.lock.json", "global.json", "Shop.csproj.user", ".editorconfig"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_changes_in_whatever_order_the_kept_evaluations_say_what_MSBuild_says(int seed)
    {
#pragma warning disable CA5394 // the same changes in every run
        var random = new Random(seed);
        using var repository = new EvaluatedRepository();
        foreach (var project in Projects) repository.Files.Project(project, Bodies[random.Next(Bodies.Length)]);
        repository.Files.Commit();
        var changes = new List<string>();
        var asked = 0;
        for (var step = 0; step < 25; step++)
        {
            changes.Add(Change(repository, random));
            try
            {
                if ((await repository.ReadAsync()).Length > 0) asked++;
            }
            catch (Model.Problems.BadInputException)
            {
                // Circles are told; the next change may end them.
            }
            var differences = await repository.DifferencesAsync();
            Assert.True(!differences.Any(), $"{string.Join('\n', differences)}\nafter\n{string.Join('\n', changes)}");
        }
        Assert.InRange(asked, 5, 25);
    }

    private static string Change(EvaluatedRepository repository, Random random)
    {
        var path = random.Next(3) == 0 ? Projects[random.Next(Projects.Length)] : Folders[random.Next(Folders.Length)] + Names[random.Next(Names.Length)];
        if (File.Exists(repository.Files[path]) && random.Next(3) == 0)
        {
            repository.Delete(path);
            return $"{path} deleted";
        }
        var body = Bodies[random.Next(Bodies.Length)];
        if (path.EndsWith("proj", StringComparison.Ordinal)) repository.Files.Project(path, body);
        else repository.Files.Write(path, Path.GetExtension(path) switch
        {
            ".props" or ".targets" or ".user" => $"<Project>{(random.Next(2) == 0 ? "" : "<PropertyGroup><SlipwayTests>unit</SlipwayTests></PropertyGroup>")}{(path.Contains("common", StringComparison.Ordinal) ? "" : Bodies[random.Next(4)])}</Project>",
            ".json" => "{}",
            _ => random.Next().ToString(CultureInfo.InvariantCulture),
        });
        return $"{path} written with {body}";
    }
#pragma warning restore CA5394
}
