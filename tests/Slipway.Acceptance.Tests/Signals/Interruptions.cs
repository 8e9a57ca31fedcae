using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Signals;

/// <summary>Each stage is stopped in the midst of its own tool's work.</summary>
public sealed class Interruptions(ReferencePlatform platform)
{
    [Theory]
    [InlineData("INT", 130, "Restore", "restore.slnx")]
    [InlineData("TERM", 143, "Typecheck", "typecheck.proj")]
    [InlineData("INT", 130, "Typecheck", "VBCSCompiler")]
    [InlineData("TERM", 143, "Integration", "Catalog.IntegrationTests.dll")]
    [InlineData("INT", 130, "Integration", "postgres: ")]
    [InlineData("TERM", 143, "Package", "publish")]
    public async Task A_signal_ends_the_run_and_everything_that_it_started(string signal, int exitCode, string target, string midst)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells whose child a process is, in /proc.");
        // An exclusive target works on what was compiled from these very sources.
        (await platform.RunAsync("--target=Typecheck", "--unit=catalog")).Exits(0);
        var before = FileState.Of(Path.Combine(platform.Artifacts, "releases"));
        using var run = new BackgroundRun($"--platform={platform.Root}", "--exclusive", $"--target={target}", "--unit=catalog");

        await run.ReachesAsync(midst);
        var exit = await run.StopAsync(signal);

        Assert.Empty(await run.SurvivorsAsync());
        Assert.Equal(exitCode, exit);
        Assert.Equal(before, FileState.Of(Path.Combine(platform.Artifacts, "releases")));
    }

    [Fact]
    public async Task A_signal_ends_Vitest_and_its_workers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells whose child a process is, in /proc.");
        using var run = new BackgroundRun($"--platform={platform.Root}", "--exclusive", "--target=Unit", "--unit=storefront");

        await run.ReachesAsync("vitest");
        var exit = await run.StopAsync("INT");

        Assert.Empty(await run.SurvivorsAsync());
        Assert.Equal(130, exit);
    }
}
