using Slipway.Model.Problems;

namespace Slipway.Workspace.Tests;

public sealed class PlatformLocatorTests
{
    [Fact]
    public void The_nearest_platform_file_upwards_wins_over_the_git_root()
    {
        using var repository = new TemporaryRepository(("inner/platform.yaml", "name: Inner"), ("inner/services/catalog/a.txt", "")).Commit();

        Assert.Equal(repository["inner"], PlatformLocator.Find(repository["inner/services/catalog"]));
    }

    [Fact]
    public void Without_a_platform_file_it_is_the_git_root()
    {
        using var repository = new TemporaryRepository(("services/catalog/a.txt", "")).Commit();

        Assert.Equal(repository.Root, PlatformLocator.Find(repository["services/catalog"] + "/"));
    }

    [Fact]
    public void Nowhere_is_bad_input()
    {
        using var repository = new TemporaryRepository();

        var bad = Assert.Throws<BadInputException>(() => PlatformLocator.Find(repository.Root));

        Assert.Equal(
            $"""
            SLP1019: No platform was found: neither '{repository.Root}' nor a folder above it holds platform.yaml or is a git work tree.
              mend: go to the platform's folder, name it with --platform DIR, or make it one with 'git init' or a platform.yaml
            """,
            bad.Message);
    }
}
