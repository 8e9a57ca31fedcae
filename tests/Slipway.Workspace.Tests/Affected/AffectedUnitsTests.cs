using Slipway.Model.Problems;
using Slipway.Workspace.Affected;
using Slipway.Workspace.Fingerprints;

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
                "services/ordering: packages/sdk/Client.cs through packages/sdk, services/ordering/New.cs",
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
              mend: name a branch, a tag or a commit that this clone has, or can fetch from its remote 'origin'
            """,
            bad.Message);
    }

    [Fact]
    public async Task What_happened_on_the_other_branch_since_they_parted_is_no_change_of_this_one()
    {
        using var repository = Repository();
        repository.Git("checkout", "-q", "-b", "feature");
        repository.Write("services/catalog/New.cs", "class New;").Commit();
        repository.Git("checkout", "-q", "-");
        repository.Write("services/ordering/Other.cs", "class Other;").Commit();
        repository.Git("tag", "trunk");
        repository.Git("checkout", "-q", "feature");

        Assert.Equal(["services/catalog: services/catalog/New.cs"], await Since(repository, "trunk"));
    }

    [Fact]
    public async Task A_shallow_clone_fetches_the_history_that_it_lacks()
    {
        using var origin = Repository();
        origin.Git("branch", "-M", "main");
        origin.Git("checkout", "-q", "-b", "feature");
        origin.Write("services/catalog/New.cs", "class New;").Commit();
        using var elsewhere = new TemporaryRepository();
        elsewhere.Git("clone", "-q", "--depth=1", "--branch=feature", $"file://{origin.Root}", "clone");

        Assert.Equal(["services/catalog: services/catalog/New.cs"], await Since(elsewhere["clone"], "origin/main"));
    }

    [Fact]
    public async Task Branches_without_a_common_commit_affect_everything_and_say_so()
    {
        using var repository = Repository();
        repository.Git("tag", "before");
        repository.Git("checkout", "-q", "--orphan", "other");
        repository.Write("README.md", "another beginning").Commit();
        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        var affected = await AffectedUnits.SinceAsync(platform, await UnitFingerprints.ReadAsync(platform, cancel: Cancel), "before", Cancel);

        Assert.Equal(3, affected.Units.Length);
        Assert.Equal("this branch and 'before' have no commit in common", affected.EverythingBecause);
    }

    private static TemporaryRepository Repository() => new TemporaryRepository(
            ("packages/sdk/Client.cs", "class Client;"), ("services/catalog/Product.cs", "class Product;"))
        .Project("services/catalog/Catalog.csproj")
        .Project("services/ordering/Ordering.csproj", """<ItemGroup><ProjectReference Include="../../packages/sdk/Sdk.csproj" /></ItemGroup>""")
        .Project("packages/sdk/Sdk.csproj")
        .Commit();

    private static string Told(InputChange change) =>
        change.Through.Length < 2 ? change.Name : $"{change.Name} through {string.Join(", ", change.Through.Skip(1))}";

    private static Task<IEnumerable<string>> Since(TemporaryRepository repository, string reference) => Since(repository.Root, reference);

    private static async Task<IEnumerable<string>> Since(string root, string reference)
    {
        var platform = await WorkspaceReader.ReadAsync(root, Cancel);
        var affected = await AffectedUnits.SinceAsync(platform, await UnitFingerprints.ReadAsync(platform, cancel: Cancel), reference, Cancel);
        return affected.Units.Select(unit => $"{unit.Id}: {string.Join(", ", unit.Because.Select(Told))}");
    }
}
