namespace Slipway.Workspace.Tests.DotNet;

/// <summary>
/// Each kind of change, and which projects MSBuild is asked about again. After each, what would be used is held against a fresh evaluation.
/// </summary>
public sealed class ChangeTests : IDisposable
{
    private const string Empty = "<Project />";
    private const string Imports = """<Import Project="../../eng/blog.props" Condition="Exists('../../eng/blog.props')" />""";
    private const string Links = """<ItemGroup><ProjectReference Include="../../packages/money/Money.csproj" /><Compile Include="../../shared/**/*.cs" /></ItemGroup>""";

    private readonly EvaluatedRepository _repository = new(
        ("Directory.Build.props", Empty),
        (".gitignore", "obj/\n*.user\n"),
        ("shared/Clock.cs", "class Clock;"),
        ("packages/money/Money.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup></Project>
            """),
        ("services/shop/Shop.cs", "class Shop;"),
        ("services/blog/Blog.cs", "class Blog;"),
        ("packages/money/Money.cs", "class Money;"));

    public ChangeTests() => _repository.Files.Project("services/shop/Shop.csproj", Links).Project("services/blog/Blog.csproj", Imports).Commit();

    [Theory]
    // A project's own files.
    [InlineData("services/shop/Cart.cs", "class Cart;", "")]
    [InlineData("services/shop/appsettings.json", "{}", "")]
    [InlineData("services/shop/Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""", "Shop")]
    [InlineData("packages/money/Money.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""", "Money")]
    [InlineData("services/shop/Shop.csproj", """<Project Sdk="No.Such.Sdk" />""", "Shop")]
    [InlineData("services/new/New.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""", "New")]
    // What is imported, and what could be.
    [InlineData("Directory.Build.props", """<Project><ItemGroup><PackageReference Include="Everywhere" Version="1.0.0" /></ItemGroup></Project>""", "Blog Money Shop")]
    [InlineData("Directory.Build.targets", """<Project><PropertyGroup><AssemblyName>Late</AssemblyName></PropertyGroup></Project>""", "Blog Money Shop")]
    [InlineData("services/Directory.Build.props", """<Project><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""", "Blog Shop")]
    [InlineData("services/shop/Directory.Packages.props", """<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>""", "Shop")]
    [InlineData("services/shop/Shop.csproj.user", """<Project><PropertyGroup><SlipwayTests>unit</SlipwayTests></PropertyGroup></Project>""", "Shop")]
    [InlineData("services/shop/Blog.csproj.user", Empty, "")]
    [InlineData("eng/blog.props", """<Project><PropertyGroup><OutputType>WinExe</OutputType></PropertyGroup></Project>""", "Blog")]
    [InlineData("eng/shop.props", Empty, "")]
    [InlineData("services/blog/obj/Blog.csproj.nuget.g.props", Empty, "")]
    [InlineData("services/blog/obj/project.assets.json", "{}", "")]
    [InlineData("services/blog/obj/Blog.csproj.other.props", """<Project><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""", "Blog")]
    // What is linked.
    [InlineData("shared/Calendar.cs", "class Calendar;", "Shop")]
    [InlineData("shared/deep/Calendar.cs", "class Calendar;", "Shop")]
    [InlineData("shared/Clock.cs", "class Clock { }", "")]
    [InlineData("unshared/Calendar.cs", "class Calendar;", "")]
    // What decides about SDKs and packages.
    [InlineData("global.json", "{}", "Blog Money Shop")]
    [InlineData("services/shop/global.json", "{}", "Shop")]
    [InlineData("nuget.config", "<configuration />", "")]
    [InlineData("packages/money/packages.lock.json", "{}", "Money")]
    // What nobody reads.
    [InlineData("README.md", "# Read me", "")]
    [InlineData("services/shop/obj/Shop.csproj.FileListAbsolute.txt", "", "")]
    [InlineData("Directory.Build.rsp", "-p:AssemblyName=Other", "")]
    public async Task A_file_that_is_written_asks_MSBuild_about_the_projects_that_it_concerns(string path, string content, string asked)
    {
        await _repository.ReadAsync();

        _repository.Files.Write(path, content);

        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal(asked, await _repository.ReadAsync());
    }

    [Theory]
    [InlineData("Directory.Build.props", "Blog Money Shop")]
    [InlineData("packages/money/Money.csproj", "Blog")]
    [InlineData("services/blog", "")]
    [InlineData("shared/Clock.cs", "Shop")]
    [InlineData("shared", "Shop")]
    public async Task A_file_that_is_deleted_asks_MSBuild_about_the_projects_that_it_concerned(string path, string asked)
    {
        await _repository.ReadAsync();

        _repository.Delete(path);

        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal(asked, await _repository.ReadAsync());
    }

    [Fact]
    public async Task What_is_touched_or_committed_asks_nobody()
    {
        await _repository.ReadAsync();

        _repository.Files.Write("Directory.Build.props", Empty).Commit();

        Assert.Equal("", await _repository.ReadAsync());
    }

    public void Dispose() => _repository.Dispose();
}
