using Slipway.Model.Units;

namespace Slipway.Workspace.Tests.Graph;

/// <summary>What lies in the cache is changed by hand here: whoever sees the change was answered from the cache.</summary>
public sealed class EvaluationCacheTests : IDisposable
{
    private readonly TemporaryRepository _cache = new();
    private readonly TemporaryRepository _repository = new TemporaryRepository(
            ("services/shop/Shop.cs", "class Shop;"), ("Directory.Build.props", "<Project />"))
        .Project("services/shop/Shop.csproj").Commit();

    [Fact]
    public async Task An_unchanged_repository_is_read_without_MSBuild_and_so_is_one_whose_sources_changed()
    {
        var first = await Read();
        Forge();

        _repository.Write("services/shop/Shop.cs", "class Shop { }");

        Assert.Equal(("Shop", "Forged"), (first.Name, (await Read()).Name));
    }

    [Theory]
    [InlineData("services/shop/Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>""")]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup><AssemblyName>Other</AssemblyName></PropertyGroup></Project>")]
    [InlineData("services/shop/New.cs", "class New;")]
    [InlineData("global.json", "{}")]
    public async Task Whatever_could_have_a_say_asks_MSBuild_again(string path, string content)
    {
        await Read();
        Forge();

        _repository.Write(path, content);

        Assert.NotEqual("Forged", (await Read()).Name);
    }

    [Fact]
    public async Task An_unreadable_project_is_tried_again()
    {
        _repository.Project("services/shop/Shop.csproj", sdk: "No.Such.Sdk");

        Assert.Equal(ProjectRole.Unreadable, (await Read()).Role);
        Assert.False(Directory.Exists(_cache["graphs"]));
    }

    [Fact]
    public async Task An_import_that_git_ignores_keeps_the_answer_out_of_the_cache()
    {
        _repository.Write(".gitignore", "local.props").Write("local.props", "<Project />")
            .Project("services/shop/Shop.csproj", """<Import Project="../../local.props" />""");

        await Read();

        Assert.False(Directory.Exists(_cache["graphs"]));
    }

    [Fact]
    public async Task A_spoiled_entry_is_as_good_as_none()
    {
        await Read();
        File.WriteAllText(Entry(), "{");

        Assert.Equal("Shop", (await Read()).Name);
    }

    public void Dispose()
    {
        _cache.Dispose();
        _repository.Dispose();
    }

    private string Entry() => Assert.Single(Directory.GetFiles(_cache["graphs"]));

    private void Forge() => File.WriteAllText(Entry(), File.ReadAllText(Entry()).Replace("\"AssemblyName\":\"Shop\"", "\"AssemblyName\":\"Forged\""));

    private async Task<Project> Read()
    {
        var options = new WorkspaceOptions { CacheFolder = _cache.Root };
        return Assert.Single(Assert.Single((await WorkspaceReader.ReadAsync(_repository.Root, options, TestContext.Current.CancellationToken)).Units).Projects);
    }
}
