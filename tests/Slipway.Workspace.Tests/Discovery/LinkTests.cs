using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Tests.Discovery;

public sealed class LinkTests : IDisposable
{
    private readonly TemporaryRepository _repository = new TemporaryRepository().Project("services/catalog/Catalog.csproj");
    private readonly TemporaryRepository _elsewhere = new(("unit.yaml", "name: other\n"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _repository.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task A_link_to_a_file_of_the_repository_is_as_good_as_the_file()
    {
        _repository.Write("shared/for-catalog.yaml", "name: renamed\n");
        Link("services/catalog/unit.yaml", "../../shared/for-catalog.yaml");

        Assert.Equal("services/renamed", (await WorkspaceReader.ReadAsync(_repository.Root, Cancel)).Units[0].Id.ToString());
    }

    [Fact]
    public async Task What_a_link_leads_to_is_an_input_of_the_unit()
    {
        _repository.Write("shared/more/deep.cs", "// one\n").Write("one.cs", "// one\n");
        Link("services/catalog/one.cs", "../../one.cs");
        Directory.CreateSymbolicLink(_repository["services/catalog/more"], "../../shared/more");
        _repository.Commit();
        var first = await Fingerprint();

        _repository.Write("one.cs", "// two\n");
        var second = await Fingerprint();
        _repository.Write("shared/more/deep.cs", "// two\n");

        Assert.Equal(3, new[] { first, second, await Fingerprint() }.Distinct().Count());
    }

    [Theory]
    [InlineData("platform.yaml")]
    [InlineData("services/catalog/unit.yaml")]
    [InlineData("services/catalog/More.csproj")]
    [InlineData("environments/dev.yaml")]
    public async Task A_link_to_a_file_outside_of_the_repository_is_refused(string path)
    {
        Link(path, _elsewhere["unit.yaml"]);

        Assert.Equal(
            $"""
            {path}: SLP1026: '{path}' is a link to '{_elsewhere["unit.yaml"]}', which lies outside of the repository: what it holds could change without a commit.
              mend: put what it leads to into the repository
            """,
            await BadInput.Of(_repository));
    }

    [Fact]
    public async Task A_link_that_leaves_the_repository_by_another_link_is_refused()
    {
        Directory.CreateSymbolicLink(_repository["away"], _elsewhere.Root);
        Link("services/catalog/unit.yaml", "../../away/unit.yaml");

        Assert.StartsWith("services/catalog/unit.yaml: SLP1026: ", await BadInput.Of(_repository));
    }

    [Theory]
    [InlineData("platform.yaml")]
    [InlineData("services/catalog/unit.yaml")]
    [InlineData("environments/dev.yaml")]
    [InlineData("services/gone")]
    public async Task A_link_that_leads_nowhere_is_refused(string path)
    {
        Link(path, "nowhere");

        Assert.Equal($"{path}: SLP1026: '{path}' is a link to 'nowhere', which leads nowhere.\n  mend: correct the link, or remove it", await BadInput.Of(_repository));
    }

    [Fact]
    public async Task Links_in_a_circle_are_refused()
    {
        Link("services/catalog/unit.yaml", "other");
        Link("services/catalog/other", "unit.yaml");

        Assert.StartsWith("services/catalog/unit.yaml: SLP1026: ", await BadInput.Of(_repository));
    }

    [Theory]
    [InlineData("services/linked", "services/catalog")]
    [InlineData("apps", "services")]
    public async Task A_link_where_units_are_looked_for_is_named_and_not_followed(string link, string target)
    {
        Directory.CreateSymbolicLink(_repository[link], _repository[target]);

        var platform = await WorkspaceReader.ReadAsync(_repository.Root, Cancel);

        Assert.Single(platform.Units);
        Assert.StartsWith($"{link}: SLP1026: '{link}' is a link to another folder of the repository and is not followed", Assert.Single(platform.Notices).ToString());
    }

    [Fact]
    public async Task A_folder_of_units_that_is_a_link_out_of_the_repository_is_refused()
    {
        Directory.CreateSymbolicLink(_repository["apps"], _elsewhere.Root);

        Assert.StartsWith("apps: SLP1026: ", await BadInput.Of(_repository));
    }

    [Fact]
    public async Task A_link_within_a_unit_that_leaves_the_repository_is_a_notice()
    {
        Directory.CreateSymbolicLink(_repository["services/catalog/shared"], _elsewhere.Root);

        var notice = Assert.Single((await WorkspaceReader.ReadAsync(_repository.Root, Cancel)).Notices);

        Assert.Equal(("SLP1026", "services/catalog/shared"), (notice.Code, notice.File));
    }

    private void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_repository[path])!);
        File.CreateSymbolicLink(_repository[path], target);
    }

    private async Task<Model.Digest> Fingerprint()
    {
        var platform = await WorkspaceReader.ReadAsync(_repository.Root, Cancel);
        return (await UnitFingerprints.ReadAsync(platform, cancel: Cancel)).Of(platform.Units[0].Id);
    }
}
