using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Releases;

/// <summary>The same commit gives the same releases, and a commit elsewhere changes none.</summary>
public sealed class Reproducibility(ReferencePlatform platform)
{
    [Fact]
    public async Task A_clone_elsewhere_with_packages_and_a_cache_of_its_own_gives_the_same_digests_and_only_what_a_commit_touches_changes()
    {
        (await platform.RunAsync()).Exits(0);
        using var clone = await PlatformClone.MakeAsync();

        (await clone.RunAloneAsync("--target=Package")).Exits(0);
        var first = MadeReleases.DigestsIn(clone.Root);
        Assert.Equal(10, first.Count);
        Assert.Equal(MadeReleases.DigestsIn(platform.Root), first);

        File.AppendAllText(Path.Combine(clone.Root, "README.md"), "\nOne more line.\n");
        await Git.CommitAsync(clone.Root, "Tell more");
        (await clone.RunAloneAsync("--target=Package", "--no-replay")).Exits(0);
        Assert.Equal(first, MadeReleases.DigestsIn(clone.Root));

        var source = Directory.GetFiles(Path.Combine(clone.Root, "services/catalog/src/Catalog"), "Program.cs").Single();
        File.AppendAllText(source, "\ninternal static class OneMore;\n");
        await Git.CommitAsync(clone.Root, "Change catalog");
        Directory.Delete(Path.Combine(clone.Root, "artifacts/releases"), recursive: true);
        (await clone.RunAloneAsync("--target=Package")).Exits(0);

        // Nobody compiles against catalog: ordering and the storefront know its contract, which did not change.
        Assert.Equal(["services/catalog"], MadeReleases.DigestsIn(clone.Root).Except(first).Select(changed => changed.Key));
    }
}
