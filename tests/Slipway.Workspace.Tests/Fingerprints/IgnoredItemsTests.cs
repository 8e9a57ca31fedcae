using Slipway.Model;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Tests.DotNet;

namespace Slipway.Workspace.Tests.Fingerprints;

/// <summary>MSBuild's patterns and paths know nothing of git: what it takes in is an input, ignored or not.</summary>
public sealed class IgnoredItemsTests : IDisposable
{
    private const string Text = """<ItemGroup><EmbeddedResource Include="res/**/*.txt" /></ItemGroup>""";
    private const string Copied = """<ItemGroup><None Update="notes.local.md" CopyToOutputDirectory="PreserveNewest" /></ItemGroup>""";
    private const string Packed = """<ItemGroup><None Update="notes.local.md" Pack="true" /></ItemGroup>""";
    private const string Library = """<ItemGroup><Reference Include="Lib"><HintPath>FILE</HintPath></Reference></ItemGroup>""";

    private readonly TemporaryRepository _outside = new();
    private readonly EvaluatedRepository _repository = new(
        (".gitignore", "bin/\nobj/\nTestResults/\n*.log\n*.local.*\n*.gen.txt\n*.mine.json\n*.dll\n*.snk\n/lib/\nmade/\n"),
        ("services/shop/Cart.cs", "class Cart;"), ("services/shop/made/README.txt", ""), ("services/blog/Post.cs", "class Post;"), ("lib/README.txt", ""));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("services/shop/X.local.cs")]
    [InlineData("services/shop/pages/X.local.cs")]
    [InlineData("services/shop/made/X.cs")]
    [InlineData("services/shop/made/deep/X.cs")]
    [InlineData("services/shop/X.local.resx")]
    [InlineData("services/shop/res/b.gen.txt", Text)]
    [InlineData("services/shop/appsettings.mine.json", "", "Microsoft.NET.Sdk.Web")]
    [InlineData("services/shop/made/site.json", "", "Microsoft.NET.Sdk.Web")]
    [InlineData("services/shop/notes.local.md", Copied)]
    [InlineData("services/shop/notes.local.md", Packed)]
    [InlineData("services/shop/lib/Lib.dll", Library)]
    [InlineData("services/Lib.dll", Library)]
    [InlineData("lib/Lib.dll", Library)]
    [InlineData("OUTSIDE/Lib.dll", Library)]
    [InlineData("shared/Lib.bin", Library)]
    [InlineData("services/shop/key.snk", "<PropertyGroup><AssemblyOriginatorKeyFile>FILE</AssemblyOriginatorKeyFile></PropertyGroup>")]
    [InlineData("shared/app.manifest", "<PropertyGroup><ApplicationManifest>FILE</ApplicationManifest></PropertyGroup>")]
    [InlineData("lib/app.ico", "<PropertyGroup><ApplicationIcon>FILE</ApplicationIcon></PropertyGroup>")]
    public async Task What_a_project_takes_in_is_an_input_when_it_appears_is_edited_and_goes(string place, string body = "", string sdk = "Microsoft.NET.Sdk")
    {
        var file = place.StartsWith("OUTSIDE", StringComparison.Ordinal) ? place.Replace("OUTSIDE", _outside.Root, StringComparison.Ordinal) : _repository.Files[place];
        Shop(body.Replace("FILE", Path.GetRelativePath(_repository.Files["services/shop"], file), StringComparison.Ordinal), sdk);
        var without = await FingerprintsAsync();
        Write(file, "1");
        var one = await FingerprintsAsync();
        Write(file, "2");
        var two = await FingerprintsAsync();

        Assert.Equal("", await _repository.ReadAsync());
        Assert.Empty(await _repository.DifferencesAsync());
        File.Delete(file);
        Assert.Equal(3, new[] { without.Shop, one.Shop, two.Shop }.Distinct().Count());
        Assert.Equal([without.Blog, without.Blog], [one.Blog, two.Blog]);
        Assert.Equal(without, await FingerprintsAsync());
    }

    [Theory]
    [InlineData("notes.local.md")]
    [InlineData("today.log")]
    [InlineData("coverage.local.xml")]
    [InlineData("bin/Debug/X.cs")]
    [InlineData("obj/Debug/X.cs")]
    [InlineData("tests/Shop.Tests/obj/Debug/X.cs")]
    [InlineData("TestResults/report.resx")]
    [InlineData("made/bin/X.cs")]
    [InlineData(".local.d/X.cs")]
    public async Task What_a_build_a_test_or_an_editor_leaves_is_none(string place)
    {
        Shop("", "Microsoft.NET.Sdk");
        var without = await FingerprintsAsync();
        Write(_repository.Files["services/shop/" + place], "1");

        Assert.Equal(without, await FingerprintsAsync());
    }

    [Fact]
    public async Task A_project_in_an_ignored_folder_is_read_all_the_same()
    {
        _repository.Files.Write(".gitignore", "services/shop/\n");
        Shop("", "Microsoft.NET.Sdk");
        var one = await FingerprintsAsync();
        Write(_repository.Files["services/shop/Cart.cs"], "class Cart { }");

        Assert.NotEqual(one.Shop, (await FingerprintsAsync()).Shop);
    }

    [Fact]
    public async Task A_file_behind_an_ignored_link_to_a_folder_is_an_input()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        Write(Path.Join(_outside.Root, "X.cs"), "1");
        Directory.CreateSymbolicLink(_repository.Files["services/shop/pages.local.d"], _outside.Root);
        Shop("", "Microsoft.NET.Sdk");
        var one = await FingerprintsAsync();
        Write(Path.Join(_outside.Root, "X.cs"), "2");

        Assert.NotEqual(one.Shop, (await FingerprintsAsync()).Shop);
    }

    [Fact]
    public async Task A_platform_below_the_repositorys_root_has_them_too()
    {
        _repository.Files.Write("harbour/platform.yaml", "name: harbour\n").Project("harbour/services/shop/Shop.csproj").Commit();
        var without = await BelowAsync();
        Write(_repository.Files["harbour/services/shop/X.local.cs"], "1");

        Assert.NotEqual(without, await BelowAsync());

        async Task<Digest> BelowAsync()
        {
            var platform = await WorkspaceReader.ReadAsync(_repository.Files["harbour"], Cancel);
            return (await UnitFingerprints.ReadAsync(platform, cancel: Cancel)).Of(Assert.Single(platform.Units).Id);
        }
    }

    public void Dispose()
    {
        _repository.Dispose();
        _outside.Dispose();
    }

    private void Shop(string body, string sdk) =>
        _repository.Files.Project("services/shop/Shop.csproj", body, sdk).Project("services/blog/Blog.csproj").Commit();

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private async Task<(Digest Shop, Digest Blog)> FingerprintsAsync()
    {
        await _repository.ReadAsync();
        var fingerprints = await UnitFingerprints.ReadAsync(_repository.Platform!, cancel: Cancel);
        var units = _repository.Platform!.Units.ToDictionary(unit => unit.Name.ToString(), unit => fingerprints.Of(unit.Id));
        return (units["shop"], units["blog"]);
    }
}
