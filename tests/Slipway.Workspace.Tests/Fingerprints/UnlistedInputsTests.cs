using Slipway.Model;
using Slipway.Workspace.Affected;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Tests.DotNet;

namespace Slipway.Workspace.Tests.Fingerprints;

/// <summary>What git does not list is an input where a project reads it or asks for it: evaluations are kept, as a run keeps them.</summary>
public sealed class UnlistedInputsTests : IDisposable
{
    private readonly TemporaryRepository _outside = new();
    private readonly EvaluatedRepository _repository = new(
        (".gitignore", "bin/\nobj/\n*.user\nlocal.props\nlocal/\n"), ("services/shop/Cart.cs", "class Cart;"), ("services/blog/Post.cs", "class Post;"), ("version.txt", "1"), ("flags/fast.txt", ""));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("OUTSIDE/out.props")]
    [InlineData("REPOSITORY/local.props")]
    [InlineData("REPOSITORY/local/rules.props")]
    [InlineData("REPOSITORY/services/shop/Shop.csproj.user")]
    public async Task An_import_that_git_does_not_list_is_an_input_when_it_appears_is_edited_and_goes(string place)
    {
        var file = Placed(place);
        Shop(place.EndsWith(".user", StringComparison.Ordinal) ? "" : $"""<Import Project="{file}" Condition="Exists('{file}')" />""");
        var without = await FingerprintsAsync();

        Write(file, "<Project><PropertyGroup><DefineConstants>ONE</DefineConstants></PropertyGroup></Project>");
        var one = await FingerprintsAsync();
        Write(file, "<Project><PropertyGroup><DefineConstants>TWO</DefineConstants></PropertyGroup></Project>");
        var two = await FingerprintsAsync();
        File.Delete(file);

        Assert.Equal(3, new[] { without.Shop, one.Shop, two.Shop }.Distinct().Count());
        Assert.Equal([without.Blog, without.Blog], [one.Blog, two.Blog]);
        Assert.Equal(without, await FingerprintsAsync());
    }

    [Fact]
    public async Task A_source_from_outside_is_an_input_when_it_appears_is_edited_and_goes()
    {
        var file = Placed("OUTSIDE/Clock.cs");
        Shop($"""<ItemGroup><Compile Include="{file}" /></ItemGroup>""");
        var without = await FingerprintsAsync();
        Write(file, "class Clock;");
        var one = await FingerprintsAsync();
        Write(file, "class Clock { }");
        var two = await FingerprintsAsync();
        File.Delete(file);

        Assert.Equal(3, new[] { without.Shop, one.Shop, two.Shop }.Distinct().Count());
        Assert.Equal(without, await FingerprintsAsync());
    }

    [Theory]
    [InlineData("OUTSIDE/flags/fast")]
    [InlineData("REPOSITORY/some/folder")]
    [InlineData("REPOSITORY/local/folder")]
    public async Task An_empty_folder_that_a_condition_asks_for_is_an_input(string place)
    {
        var folder = Placed(place);
        Shop($"""<PropertyGroup Condition="Exists('{folder}')"><DefineConstants>FAST</DefineConstants></PropertyGroup>""");
        var without = await FingerprintsAsync();

        Directory.CreateDirectory(folder);
        var with = await FingerprintsAsync();
        Directory.Delete(folder);

        Assert.NotEqual(without.Shop, with.Shop);
        Assert.Equal(without.Blog, with.Blog);
        Assert.Equal(without, await FingerprintsAsync());
    }

    [Theory]
    [InlineData("REPOSITORY/flags/fast.txt")]
    [InlineData("REPOSITORY/flags/fast.props")]
    [InlineData("OUTSIDE/fast.props")]
    public async Task A_file_that_a_condition_asks_for_is_an_input_though_nobody_imports_it(string place)
    {
        var file = Placed(place);
        Write(file, "<Project />");
        Shop($"""<PropertyGroup Condition="Exists('{file}')"><DefineConstants>FAST</DefineConstants></PropertyGroup>""");
        var with = await FingerprintsAsync();
        File.Delete(file);
        var without = await FingerprintsAsync();

        Assert.NotEqual(without.Shop, with.Shop);
        Assert.Equal(without.Blog, with.Blog);
    }

    [Fact]
    public async Task A_file_that_a_condition_asked_for_at_a_commit_affects_the_unit_when_it_is_gone()
    {
        Shop("""<PropertyGroup Condition="Exists('../../flags')"><DefineConstants>FAST</DefineConstants></PropertyGroup>""");
        _repository.Delete("flags");

        Assert.Equal(["shop"], await AffectedAsync());
    }

    [Theory]
    [InlineData("$(Asked)", "version.txt", "2")]
    [InlineData("platform.yaml", "platform.yaml", "name: other\n")]
    public async Task A_unit_whose_project_reads_files_unseen_rests_on_every_file(string asked, string edited, string text)
    {
        _repository.Files.Write("platform.yaml", "name: harbour\n");
        Shop($"<PropertyGroup><Asked>version.txt</Asked><Flavour>$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/../../{asked}'))</Flavour></PropertyGroup>");
        var one = await FingerprintsAsync();
        _repository.Files.Write(edited, text);
        var two = await FingerprintsAsync();

        Assert.NotEqual(one.Shop, two.Shop);
        Assert.Equal(one.Blog, two.Blog);
    }

    [Theory]
    [InlineData("REPOSITORY/flavour.txt")]
    [InlineData("REPOSITORY/local/flavour.txt")]
    [InlineData("REPOSITORY/services/shop/local/flavour.txt")]
    [InlineData("REPOSITORY/services/shop/CHANGELOG.md")]
    [InlineData("OUTSIDE/flavour.txt")]
    public async Task A_text_that_a_project_reads_by_its_name_is_an_input_and_no_other_file(string place)
    {
        var file = Placed(place);
        Shop($"<PropertyGroup Condition=\"Exists('{file}')\"><Flavour>$([System.IO.File]::ReadAllText('{file}'))</Flavour></PropertyGroup>");
        var without = await FingerprintsAsync();
        Write(file, "1");
        var one = await FingerprintsAsync();
        Write(file, "2");
        var two = await FingerprintsAsync();
        _repository.Files.Write("version.txt", "2");
        Assert.Equal(two, await FingerprintsAsync());
        File.Delete(file);

        Assert.Equal(3, new[] { without.Shop, one.Shop, two.Shop }.Distinct().Count());
        Assert.Equal([without.Blog, without.Blog], [one.Blog, two.Blog]);
        Assert.Equal(without, await FingerprintsAsync());
    }

    [Fact]
    public async Task A_text_that_a_project_reads_has_a_say_in_what_a_restore_fetches()
    {
        Shop("<PropertyGroup><Flavour>$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/../../version.txt'))</Flavour></PropertyGroup>");
        var one = await FingerprintsAsync(InputScope.Resolution);
        _repository.Files.Write("version.txt", "2");
        var two = await FingerprintsAsync(InputScope.Resolution);

        Assert.NotEqual(one.Shop, two.Shop);
        Assert.Equal(one.Blog, two.Blog);
    }

    [Fact]
    public async Task A_text_that_was_edited_since_a_commit_affects_the_unit_that_reads_it()
    {
        Shop("<PropertyGroup><Flavour>$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/../../version.txt'))</Flavour></PropertyGroup>");
        Assert.Empty(await AffectedAsync());
        _repository.Files.Write("flags/fast.txt", "very");
        Assert.Empty(await AffectedAsync());
        _repository.Files.Write("version.txt", "2");
        Assert.Equal(["shop"], await AffectedAsync());
    }

    [Theory]
    [InlineData("services/shop/Ext", "OUTSIDE", "OUTSIDE/E.cs")]
    [InlineData("services/shop/Ext", "OUTSIDE", "OUTSIDE/bin/E.cs")]
    [InlineData("services/shop/Ext", "OUTSIDE", "OUTSIDE/deep/er/E.cs")]
    [InlineData("services/shop/Ext", "OUTSIDE", "OUTSIDE/onward/E.cs")]
    [InlineData("services/shop/E.cs", "OUTSIDE/E.cs", "OUTSIDE/E.cs")]
    [InlineData("services/shop/Ext", "../../local", "REPOSITORY/local/E.cs")]
    [InlineData("services/shop/Ext", "../../flags", "REPOSITORY/flags/local/E.cs")]
    public async Task A_source_behind_a_link_that_git_does_not_list_is_an_input_when_it_appears_is_edited_and_goes(string link, string target, string place)
    {
        using var onward = new TemporaryRepository();
        Directory.CreateSymbolicLink(_outside["onward"], onward.Root);
        // Whoever follows links twice never comes back.
        Directory.CreateSymbolicLink(_outside["again"], _outside.Root);
        File.CreateSymbolicLink(_repository.Files[link], Placed(target));
        Shop("");
        var without = await FingerprintsAsync();
        // What appears in a folder of the repository git tells by its name.
        Assert.Equal(target == "../../flags", await _repository.IsCertainAsync());

        Write(Placed(place), "class E;");
        var one = await FingerprintsAsync();
        Write(Placed(place), "class E { }");
        var two = await FingerprintsAsync();
        Assert.False(await _repository.IsCertainAsync());
        File.Delete(Placed(place));

        Assert.Equal(3, new[] { without.Shop, one.Shop, two.Shop }.Distinct().Count());
        Assert.Equal([without.Blog, without.Blog], [one.Blog, two.Blog]);
        Assert.Equal(without, await FingerprintsAsync());
    }

    [Theory]
    [InlineData("Directory.Build.rsp")]
    [InlineData("services/Directory.Build.rsp")]
    [InlineData("services/shop/Directory.Build.rsp")]
    [InlineData("services/.editorconfig")]
    [InlineData("services/.globalconfig")]
    public async Task What_tools_look_for_upwards_is_an_input_though_git_ignores_it(string file)
    {
        _repository.Files.Write(".gitignore", $"bin/\nobj/\n/{file}\n");
        Shop("");
        var without = await FingerprintsAsync();
        Assert.True(await _repository.IsCertainAsync());
        Write(_repository.Files[file], "# one");
        var one = await FingerprintsAsync();
        Write(_repository.Files[file], "# two");
        var two = await FingerprintsAsync();
        Assert.False(await _repository.IsCertainAsync());
        File.Delete(_repository.Files[file]);

        Assert.Equal(3, new[] { without.Shop, one.Shop, two.Shop }.Distinct().Count());
        Assert.Equal(file.Contains("shop", StringComparison.Ordinal), without.Blog == two.Blog);
        Assert.Equal(without, await FingerprintsAsync());
    }

    [Fact]
    public async Task An_import_that_is_a_link_out_of_the_repository_is_an_input_by_what_lies_there()
    {
        _outside.Write("rules.props", "<Project />");
        File.CreateSymbolicLink(_repository.Files["rules.props"], _outside["rules.props"]);
        Shop("""<Import Project="../../rules.props" />""");
        var one = await FingerprintsAsync();
        Assert.False(await _repository.IsCertainAsync());
        Write(_outside["rules.props"], "<Project><PropertyGroup><DefineConstants>TWO</DefineConstants></PropertyGroup></Project>");
        var two = await FingerprintsAsync();

        Assert.NotEqual(one.Shop, two.Shop);
        Assert.Equal(one.Blog, two.Blog);
    }

    [Fact]
    public async Task More_behind_a_link_than_can_be_read_is_never_the_same()
    {
        foreach (var number in Enumerable.Range(0, 10_001)) _outside.Write($"{number}.txt", "");
        Directory.CreateSymbolicLink(_repository.Files["services/shop/Ext"], _outside.Root);
        Shop("");
        var (one, two) = (await FingerprintsAsync(), await FingerprintsAsync());

        Assert.NotEqual(one.Shop, two.Shop);
        Assert.Equal(one.Blog, two.Blog);
    }

    [Fact]
    public async Task What_lies_behind_a_link_of_a_unit_and_is_listed_is_certain_and_so_is_a_link_of_nobody()
    {
        Directory.CreateSymbolicLink(_repository.Files["services/shop/Flags"], "../../flags");
        Directory.CreateSymbolicLink(_repository.Files["elsewhere"], _outside.Root);
        Shop("");
        await FingerprintsAsync();

        Assert.True(await _repository.IsCertainAsync());
    }

    [Theory]
    [InlineData("SLIPWAY-TEST-ODD", "$(SLIPWAY-TEST-ODD)")]
    [InlineData("slipway-test-odd", "$(SLIPWAY-TEST-ODD)")]
    [InlineData("slipway.test.odd", "$([System.Environment]::GetEnvironmentVariable('slipway.test.odd'))")]
    public Task A_variable_with_a_name_that_no_shell_knows_is_an_input(string name, string expression) =>
        CountsAsync(name, $"<PropertyGroup><AssemblyName>Shop{expression}</AssemblyName></PropertyGroup>", evaluated: true);

    [Theory]
    [InlineData("SLIPWAY_TEST_BUILT", """<Target Name="Define" BeforeTargets="CoreCompile"><PropertyGroup><DefineConstants>$(DefineConstants);X$(SLIPWAY_TEST_BUILT)</DefineConstants></PropertyGroup></Target>""")]
    [InlineData("slipway_test_built", """<Target Name="Define" Condition="'$(SLIPWAY_TEST_BUILT)' != ''" />""")]
    [InlineData("SLIPWAY_TEST_BUILT", """<Target Name="Define"><Message Text="$([System.Environment]::GetEnvironmentVariable('SLIPWAY_TEST_BUILT'))" /></Target>""")]
    [InlineData("SLIPWAY_TEST_BUILT", """<UsingTask TaskName="T" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll"><Task><Code Type="Fragment"><![CDATA[var x = Environment.GetEnvironmentVariable("SLIPWAY_TEST_BUILT");]]></Code></Task></UsingTask>""")]
    public async Task A_variable_that_a_target_alone_names_is_an_input_and_no_evaluation_rests_on_it(string name, string body)
    {
        await CountsAsync(name, body, evaluated: false);
        _repository.Files.Write("rules.targets", $"<Project>{body}</Project>");
        await CountsAsync(name, """<Import Project="../../rules.targets" />""", evaluated: false);
    }

    private async Task CountsAsync(string variable, string body, bool evaluated)
    {
        Shop(body);
        var without = await FingerprintsAsync();
        try
        {
            Environment.SetEnvironmentVariable(variable, "Odd");
            Assert.Equal(evaluated ? "Shop" : "", await _repository.ReadAsync());
            var with = await FingerprintsAsync();
            Assert.NotEqual(without.Shop, with.Shop);
            Assert.Equal(without.Blog, with.Blog);
            Assert.Empty(await _repository.DifferencesAsync());
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    public void Dispose()
    {
        _repository.Dispose();
        _outside.Dispose();
    }

    private string Placed(string place) => place.Replace("OUTSIDE", _outside.Root, StringComparison.Ordinal).Replace("REPOSITORY", _repository.Files.Root, StringComparison.Ordinal);

    private void Shop(string body) =>
        _repository.Files.Project("services/shop/Shop.csproj", body).Project("services/blog/Blog.csproj").Commit();

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        // What was written within the last tick of the clock is not kept.
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
    }

    private async Task<IEnumerable<string>> AffectedAsync()
    {
        await _repository.ReadAsync();
        var affected = await AffectedUnits.SinceAsync(_repository.Platform!, await UnitFingerprints.ReadAsync(_repository.Platform!, cancel: Cancel), "HEAD", Cancel);
        return affected.Units.Select(unit => unit.Id.Name.ToString());
    }

    private async Task<(Digest Shop, Digest Blog)> FingerprintsAsync(InputScope scope = InputScope.Everything)
    {
        await _repository.ReadAsync();
        var fingerprints = await UnitFingerprints.ReadAsync(_repository.Platform!, cancel: Cancel);
        var units = _repository.Platform!.Units.ToDictionary(unit => unit.Name.ToString(), unit => fingerprints.Of(unit.Id, scope));
        return (units["shop"], units["blog"]);
    }
}
