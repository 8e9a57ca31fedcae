using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Workspace.Tests.DotNet;

/// <summary>Projects that ask the machine in unusual ways: they are seen through, or looked at again too often rather than too seldom.</summary>
public sealed class OddProjectTests : IDisposable
{
    private readonly EvaluatedRepository _repository = new(("services/blog/Post.cs", "class Post;"), ("services/shop/Cart.cs", "class Cart;"));

    public OddProjectTests() => _repository.Files.Project("services/blog/Blog.csproj").Commit();

    [Theory]
    [InlineData("$(SLIPWAY_TEST_ODD)")]
    [InlineData("$([System.Environment]::GetEnvironmentVariable('SLIPWAY_TEST_ODD'))")]
    public async Task A_variable_that_a_project_names_has_a_say(string expression)
    {
        Shop($"<PropertyGroup><AssemblyName>Shop{expression}</AssemblyName></PropertyGroup>");
        await _repository.ReadAsync();
        try
        {
            Environment.SetEnvironmentVariable("SLIPWAY_TEST_ODD", "Odd");
            Assert.Empty(await _repository.DifferencesAsync());
            Assert.Equal("Shop", await _repository.ReadAsync());
        }
        finally
        {
            Environment.SetEnvironmentVariable("SLIPWAY_TEST_ODD", null);
        }
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Theory]
    [InlineData("$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/../../$(Asked)'))")]
    [InlineData("$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/../../name%2Etxt'))")]
    [InlineData("$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory.Trim())/../../name.txt'))")]
    [InlineData("$([System.IO.File]::ReadAllText($([System.IO.Path]::Combine('$(MSBuildThisFileDirectory)../..', 'name.txt'))))")]
    [InlineData("$([System.IO.File]::ReadAllText('$(MSBuildThisFileDirectory)../../link.txt'))")]
    [InlineData("$([System.IO.File]::Exists('$(MSBuildProjectDirectory)/../../name.txt'))")]
    [InlineData("$([MSBuild]::FileExists('$(MSBuildProjectDirectory)/../../name.txt'))")]
    public async Task A_project_that_looks_where_nobody_sees_rests_on_every_file(string expression)
    {
        _repository.Files.Write("name.txt", "One");
        File.CreateSymbolicLink(_repository.Files["link.txt"], "name.txt");
        Shop($"<PropertyGroup><Asked>name.txt</Asked><AssemblyName>{expression}</AssemblyName></PropertyGroup>");
        await _repository.ReadAsync();
        Assert.Equal("", await _repository.ReadAsync());

        _repository.Files.Write("other.txt", "One");
        Assert.Equal("Shop", await _repository.ReadAsync());
        _repository.Files.Write("name.txt", "Two");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());

        _repository.Delete("name.txt");
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Theory]
    [InlineData("'$(MSBuildProjectDirectory)/../../name.txt'")]
    [InlineData("\"$(msbuildprojectdirectory)\\..\\..\\name.txt\"")]
    [InlineData("`$(MSBuildThisFileDirectory)../../name.txt`")]
    [InlineData("$(MSBuildThisFileDirectory)../../name.txt")]
    [InlineData(" 'ROOT/name.txt' ")]
    public async Task A_text_that_a_project_reads_by_its_name_has_a_say_and_no_other_file(string named)
    {
        _repository.Files.Write("name.txt", "One");
        Shop($"<PropertyGroup><AssemblyName>$([System.IO.File]::ReadAllText({named.Replace("ROOT", _repository.Files.Root, StringComparison.Ordinal)}).Trim())</AssemblyName></PropertyGroup>");
        await _repository.ReadAsync();
        _repository.Files.Write("other.txt", "One").Write("services/shop/Basket.cs", "class Basket;");
        Assert.Equal("", await _repository.ReadAsync());

        _repository.Files.Write("name.txt", "Two");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
        Assert.Equal("Two", ShopAsRead().Name);

        _repository.Delete("name.txt");
        Assert.Equal("Shop", await _repository.ReadAsync());
        Assert.NotNull(ShopAsRead().Unreadable);
        Assert.Empty(await _repository.DifferencesAsync());
    }

    [Fact]
    public async Task A_text_that_an_import_reads_beside_it_has_a_say_in_all_that_import_it()
    {
        _repository.Files.Write("services/flavour.txt", "One").Write("services/Directory.Build.props", """
            <Project><PropertyGroup Condition="Exists('$(MSBuildThisFileDirectory)flavour.txt')"><AssemblyName>$(MSBuildProjectName)$([System.IO.File]::ReadAllText('$(MSBuildThisFileDirectory)flavour.txt').Trim())</AssemblyName></PropertyGroup></Project>
            """).Write("packages/money/Money.cs", "class Money;").Project("packages/money/Money.csproj");
        Shop();
        await _repository.ReadAsync();
        _repository.Files.Write("other.txt", "One");
        Assert.Equal("", await _repository.ReadAsync());

        _repository.Files.Write("services/flavour.txt", "Two");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Blog Shop", await _repository.ReadAsync());
        _repository.Delete("services/flavour.txt");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Blog Shop", await _repository.ReadAsync());
        Assert.Equal("", await _repository.ReadAsync());
        _repository.Files.Write("services/flavour.txt", "Two");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Blog Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task A_text_that_is_read_from_a_folder_whose_name_MSBuild_takes_for_another_has_a_say()
    {
        _repository.Files.Write("services/rulesA/name.txt", "One").Write("services/rules%41/own.props", """
            <Project><PropertyGroup><AssemblyName>$([System.IO.File]::ReadAllText('$(MSBuildThisFileDirectory)name.txt'))</AssemblyName></PropertyGroup></Project>
            """);
        Shop("""<Import Project="../rules%2541/own.props" />""");
        await _repository.ReadAsync();
        Assert.Equal("", await _repository.ReadAsync());

        _repository.Files.Write("services/rulesA/name.txt", "Two");

        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task An_import_from_such_a_folder_is_not_taken_for_another()
    {
        _repository.Files.Write("services/rulesA/own.props", "<Project />").Write("services/rules%41/own.props", """
            <Project><PropertyGroup><AssemblyName>$([System.IO.File]::ReadAllText('$(MSBuildThisFileDirectory)$(Asked)'))</AssemblyName></PropertyGroup></Project>
            """).Write("services/rulesA/name.txt", "One");
        Shop("""<PropertyGroup><Asked>name.txt</Asked></PropertyGroup><Import Project="../rules%2541/own.props" />""");
        await _repository.ReadAsync();
        Assert.Equal("", await _repository.ReadAsync());

        _repository.Files.Write("services/rulesA/name.txt", "Two");

        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task A_wildcard_that_a_project_reads_and_unescapes_has_a_say_in_its_own_folder_too()
    {
        _repository.Files.Write("services/shop/parts.txt", "parts/**/*.csproj");
        Shop("""<ItemGroup><ProjectReference Include="$([MSBuild]::Unescape($([System.IO.File]::ReadAllText('$(MSBuildThisFileDirectory)parts.txt'))))" /></ItemGroup>""");
        await _repository.ReadAsync();

        _repository.Files.Project("services/shop/parts/one/One.csproj").Write("services/shop/parts/one/One.cs", "class One;");

        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("One Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task A_project_that_asks_which_items_exist_is_asked_again_because_they_may_lie_anywhere()
    {
        using var elsewhere = new TemporaryRepository();
        Shop($"""
            <ItemGroup><Asked Include="{elsewhere["name.txt"]}" /><Found Include="@(Asked->Exists())" /></ItemGroup>
            <PropertyGroup><AssemblyName>Shop@(Found->Count())</AssemblyName></PropertyGroup>
            """);
        await _repository.ReadAsync();

        elsewhere.Write("name.txt", "One");

        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
        Assert.False(await _repository.IsCertainAsync());
    }

    [Theory]
    [InlineData("$([System.DateTime]::Now)")]
    [InlineData("$([System.DateTime]::UtcNow.Ticks)")]
    [InlineData("$([System.DateTimeOffset]::UtcNow.ToString('yyyy-MM-dd HH:mm'))")]
    [InlineData("$([System.DateTime]::Now.AddHours(1).Year)")]
    [InlineData("$([ System.DateTime ]::now.Year)$([System.DateTime]::Now.Hour)")]
    [InlineData("$([System.Guid]::NewGuid())")]
    [InlineData("$([System.Environment]::TickCount)")]
    [InlineData("$([System.IO.Path]::GetRandomFileName())")]
    [InlineData("$([System.IO.File]::GetLastWriteTimeUtc('$(MSBuildProjectFullPath)').Ticks)")]
    public async Task What_rests_on_the_clock_or_on_chance_is_never_kept(string expression)
    {
        Shop($"<PropertyGroup><AssemblyName>Shop</AssemblyName><Own>{expression}</Own></PropertyGroup>");
        await _repository.ReadAsync();

        Assert.Equal("Shop", await _repository.ReadAsync());
        Assert.False(await _repository.IsCertainAsync());
    }

    [Fact]
    public async Task What_rests_on_the_time_of_a_file_is_never_kept()
    {
        Shop("""<ItemGroup><Own Include="Cart.cs" /><Late Include="@(Own)" Condition="'%(Own.ModifiedTime)' &gt; '2020'" /></ItemGroup>""");
        await _repository.ReadAsync();

        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Theory]
    [InlineData("$([System.DateTime]::UtcNow.Year)")]
    [InlineData("2000-$([System.DateTime]::Now.Year)")]
    [InlineData("$([System.DateTime]::Today)")]
    [InlineData("$([System.DateTimeOffset]::Now.ToString(`yyyy.MM.dd`))")]
    public async Task What_rests_on_the_day_is_kept_for_a_day(string expression)
    {
        Shop($"<PropertyGroup><Copyright>{expression}</Copyright></PropertyGroup>");
        await _repository.ReadAsync();
        Assert.Equal("", await _repository.ReadAsync());
        Assert.True(await _repository.IsCertainAsync());

        _repository.Time = new LaterTime(TimeSpan.FromDays(1));

        Assert.Equal("Shop", await _repository.ReadAsync());
        Assert.Equal("", await _repository.ReadAsync());
    }

    [Fact]
    public async Task What_rests_on_no_clock_is_kept_for_good_whatever_SDKs_ask_for()
    {
        Shop();
        await _repository.ReadAsync();

        _repository.Time = new LaterTime(TimeSpan.FromDays(400));

        Assert.Equal("", await _repository.ReadAsync());
        Assert.True(await _repository.IsCertainAsync());
    }

    [Fact]
    public async Task A_pure_function_rests_on_nothing()
    {
        Shop("<PropertyGroup><Year>$([System.DateTime]::Parse(`2020-02-02`).Year)</Year><Dir>$([MSBuild]::NormalizePath('$(MSBuildProjectDirectory)', 'x'))</Dir></PropertyGroup>");
        await _repository.ReadAsync();

        _repository.Files.Write("name.txt", "One");

        Assert.Equal("", await _repository.ReadAsync());
    }

    [Fact]
    public async Task A_file_that_is_looked_for_in_the_folders_above_has_a_say_wherever_it_appears()
    {
        Shop("""<Import Project="$([MSBuild]::GetPathOfFileAbove('Own.props', '$(MSBuildThisFileDirectory)'))" Condition="'$([MSBuild]::GetDirectoryNameOfFileAbove($(MSBuildThisFileDirectory), Own.props))' != ''" />""");
        await _repository.ReadAsync();

        _repository.Files.Write("Own.props", "<Project><PropertyGroup><AssemblyName>Owned</AssemblyName></PropertyGroup></Project>");
        Assert.Equal("Shop", await _repository.ReadAsync());
        _repository.Files.Write("services/Own.props", "<Project />");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task Wildcards_over_imports_and_references_have_a_say_in_the_project_s_own_folder_too()
    {
        Shop("""<Import Project="*.shop.props" /><ItemGroup><ProjectReference Include="parts/**/*.csproj" /></ItemGroup>""");
        await _repository.ReadAsync();

        _repository.Files.Write("services/shop/a.shop.props", "<Project><PropertyGroup><AssemblyName>Wild</AssemblyName></PropertyGroup></Project>");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
        _repository.Files.Project("services/shop/parts/one/One.csproj").Write("services/shop/parts/one/One.cs", "class One;");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("One Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task Items_that_are_made_of_a_project_s_own_files_have_a_say()
    {
        Shop("""<ItemGroup><Note Include="notes/*.txt" /><None Include="@(Note->'../blog/%(Filename).md')" /></ItemGroup>""");
        await _repository.ReadAsync();

        _repository.Files.Write("services/shop/notes/a.txt", "").Write("services/blog/a.md", "");

        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task A_project_whose_first_source_comes_or_last_source_goes_is_looked_at_again()
    {
        Shop();
        _repository.Delete("services/shop/Cart.cs");
        await _repository.ReadAsync();

        _repository.Files.Write("services/shop/Cart.cs", "class Cart;");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
        _repository.Delete("services/shop/Cart.cs");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task A_condition_on_a_project_that_was_loaded_beside_it_is_asked_again_when_that_is_gone()
    {
        Shop("""<PropertyGroup Condition="Exists('../blog/Blog.csproj')"><AssemblyName>Befriended</AssemblyName></PropertyGroup>""");
        await _repository.ReadAsync();
        _repository.Files.Project("services/blog/Blog.csproj", "<!-- edited -->");
        Assert.Equal("Blog", await _repository.ReadAsync());

        _repository.Delete("services/blog");

        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Theory]
    [InlineData("AdditionalProperties=\"SlipwayTests=unit\"")]
    [InlineData("UndefineProperties=\"Configuration\"")]
    [InlineData("SetConfiguration=\"Configuration=Debug\"")]
    public async Task Projects_that_tell_others_what_to_be_stand_or_fall_with_them(string metadata)
    {
        Shop();
        _repository.Files.Write("packages/money/Money.cs", "class Money;").Project("packages/money/Money.csproj");
        await _repository.ReadAsync();

        Shop($"""<ItemGroup><ProjectReference Include="../../packages/money/Money.csproj" {metadata} /></ItemGroup>""");
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Blog Money Shop", await _repository.ReadAsync());
        Assert.Equal("", await _repository.ReadAsync());
        Assert.Empty(await _repository.DifferencesAsync());

        Shop();
        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Blog Money Shop", await _repository.ReadAsync());
        Shop("<!-- alone -->");
        Assert.Equal("Shop", await _repository.ReadAsync());
    }

    [Fact]
    public async Task A_reference_to_nothing_is_said_each_time_and_asks_nobody()
    {
        Shop("""<ItemGroup><ProjectReference Include="../../packages/money/Money.csproj" /></ItemGroup>""");
        Assert.Equal("Blog Money Shop", await _repository.ReadAsync());
        Assert.Equal("", await _repository.ReadAsync());

        _repository.Files.Project("packages/money/Money.csproj");

        Assert.Empty(await _repository.DifferencesAsync());
        Assert.Equal("Money", await _repository.ReadAsync());
    }

    [Fact]
    public async Task Projects_in_a_circle_leave_nothing_behind()
    {
        Shop("""<ItemGroup><ProjectReference Include="../shop/parts/Parts.csproj" /></ItemGroup>""");
        _repository.Files.Project("services/shop/parts/Parts.csproj", """<ItemGroup><ProjectReference Include="../Shop.csproj" /></ItemGroup>""");

        await Assert.ThrowsAsync<BadInputException>(_repository.ReadAsync);
        Assert.False(File.Exists(_repository.Kept));
        Assert.Empty(await _repository.DifferencesAsync());
    }

    private sealed class LaterTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }

    public void Dispose() => _repository.Dispose();

    private Project ShopAsRead() => _repository.Platform!.Units.SelectMany(unit => unit.Projects).Single(project => project.Path == "services/shop/Shop.csproj");

    private void Shop(string body = "") => _repository.Files.Project("services/shop/Shop.csproj", body);
}
