using Slipway.Model.Problems;
using Slipway.Workspace.Affected;

namespace Slipway.Workspace.Tests.Affected;

public sealed class AffectedUnitsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_affects_its_unit_and_those_that_use_it_and_says_why()
    {
        using var repository = Repository();
        repository.Git("tag", "before");
        repository.Write("packages/sdk/Client.cs", "class Client { }").Commit().Write("services/ordering/New.cs", "class New;");

        Assert.Equal(
            [
                "services/ordering: packages/sdk/Client.cs, services/ordering/New.cs",
                "packages/sdk: packages/sdk/Client.cs",
            ],
            await Since(repository, "before"));
    }

    [Fact]
    public async Task A_deleted_file_is_a_change_and_a_document_is_none()
    {
        using var repository = Repository();
        File.Delete(repository["services/catalog/Product.cs"]);
        repository.Write("services/ordering/README.md", "more");

        Assert.Equal(["services/catalog: services/catalog/Product.cs"], await Since(repository, "HEAD"));
    }

    [Fact]
    public async Task A_reference_that_git_does_not_know_is_bad_input()
    {
        using var repository = Repository();

        var bad = await Assert.ThrowsAsync<BadInputException>(() => Since(repository, "origin/main"));

        Assert.Equal(
            """
            SLP2006: Nothing can be compared with 'origin/main': git does not know it.
              mend: name a branch, a tag or a commit that this clone has; a shallow clone may have to fetch it first
            """,
            bad.Message);
    }

    private static TemporaryRepository Repository() => new TemporaryRepository(
            ("packages/sdk/Client.cs", "class Client;"), ("services/catalog/Product.cs", "class Product;"))
        .Project("services/catalog/Catalog.csproj")
        .Project("services/ordering/Ordering.csproj", """<ItemGroup><ProjectReference Include="../../packages/sdk/Sdk.csproj" /></ItemGroup>""")
        .Project("packages/sdk/Sdk.csproj")
        .Commit();

    private static async Task<IEnumerable<string>> Since(TemporaryRepository repository, string reference)
    {
        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);
        var affected = await AffectedUnits.SinceAsync(platform, reference, Cancel);
        return affected.Select(unit => $"{unit.Id}: {string.Join(", ", unit.Because)}");
    }
}
