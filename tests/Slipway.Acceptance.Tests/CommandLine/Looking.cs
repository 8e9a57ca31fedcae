using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.CommandLine;

/// <summary>What a command line shows and does not do.</summary>
public sealed class Looking(ReferencePlatform platform)
{
    [Fact]
    public async Task A_dry_run_prints_the_tasks_in_their_order_and_writes_nothing()
    {
        var before = FileState.Of(platform.Root);

        var run = (await platform.RunAsync("--dryrun", "--target=Unit", "--unit=ordering")).Exits(0);

        Assert.StartsWith("Dry run of Unit on the platform Harborline, 1 unit: nothing runs.\n", run.Output, StringComparison.Ordinal);
        AssertOrder(run.Output, "1. Pack", "2. Restore", "3. Typecheck", "4. Unit");
        Assert.Equal(before, FileState.Of(platform.Root));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_where_nothing_ever_ran()
    {
        using var repository = await SmallRepository.WithAsync("platform.yaml", "name: shop\n");
        var before = FileState.Of(repository.Root);

        (await Launcher.RunAsync($"--platform={repository.Root}", "--dryrun")).Exits(0);

        Assert.Equal(before, FileState.Of(repository.Root));
    }

    [Fact]
    public async Task The_tree_shows_what_each_target_needs()
    {
        var run = (await Launcher.RunAsync("--tree")).Exits(0);

        AssertOrder(run.Output, "Default", "Verify", "Sign", "Typecheck", "Restore", "Pack");
    }

    [Fact]
    public async Task The_description_says_what_each_target_does()
    {
        var run = (await Launcher.RunAsync("--description")).Exits(0);

        Assert.Contains("Run integration tests against a real PostgreSQL", run.Output, StringComparison.Ordinal);
        Assert.Contains("Prove each release again from its bytes alone", run.Output, StringComparison.Ordinal);
    }

    private static void AssertOrder(string text, params string[] parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var at = text.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{part}' must stand, after those before it, in:\n{text}");
            from = at + part.Length;
        }
    }
}
