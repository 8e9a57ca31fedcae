using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.CommandLine;

/// <summary>Which part of the work a command line chooses.</summary>
public sealed class Choosing(ReferencePlatform platform)
{
    private string Releases => Path.Combine(platform.Artifacts, "releases");

    [Fact]
    public async Task A_target_and_a_unit_run_that_stage_of_that_unit_and_what_comes_before_it()
    {
        var (run, record) = await RunRecord.OfAsync(platform, "--target=Unit", "--unit=ordering");

        run.Exits(0);
        Assert.Equal(
            ["services/ordering restore", "services/ordering typecheck", "services/ordering unit"],
            record.Results.Select(result => $"{result.Unit} {result.Stage}"));
    }

    [Fact]
    public async Task Packaging_one_unit_writes_its_release_and_touches_no_other()
    {
        var release = platform.ReleaseOf("services/catalog");
        var aside = Path.Combine(platform.Artifacts, "aside");
        Directory.Move(release, aside);
        var others = FileState.Of(Releases);

        var (run, record) = await RunRecord.OfAsync(platform, "--target=Package", "--unit=catalog");

        run.Exits(0);
        // Put together again, or taken from the cache: the same bytes.
        Assert.Contains(record.Results, result => result.Stage == "package");
        Assert.DoesNotContain(record.Results, result => result.Unit != "services/catalog");
        Assert.Equal(Packaged(aside), Packaged(release));
        Directory.Delete(release, recursive: true);
        Assert.Equal(others, FileState.Of(Releases));
        Directory.Move(aside, release);
    }

    // What signing adds, statements and what ties them to the image, is not packaging's.
    private static IEnumerable<string> Packaged(string release) =>
        FileState.Names(release).Where(name => !name.StartsWith("attestations", StringComparison.Ordinal) && !name.StartsWith("oci/blobs/", StringComparison.Ordinal));

    [Fact]
    public async Task Exclusive_runs_the_target_alone_and_does_run_it()
    {
        (await platform.RunAsync("--target=Typecheck", "--unit=contracts")).Exits(0);

        var (run, record) = await RunRecord.OfAsync(platform, "--exclusive", "--target=Unit", "--unit=contracts");

        run.Exits(0);
        Assert.Equal(["packages/contracts unit"], record.Executed);
        Assert.Single(record.Results);
    }

    [Fact]
    public async Task Exclusive_works_on_what_was_compiled_before_an_edit_that_was_taken_back()
    {
        (await platform.RunAsync("--target=Typecheck", "--unit=contracts")).Exits(0);
        using (platform.Append("packages/contracts/src/Contracts/PriceChanged.cs", "\n// One more line.\n"))
            (await platform.RunAsync("--target=Typecheck", "--unit=contracts")).Exits(0);

        var run = await platform.RunAsync("--exclusive", "--target=Unit", "--unit=contracts");

        run.Exits(0);
    }

    [Theory]
    [InlineData("Unit")]
    [InlineData("Lint")]
    [InlineData("Package")]
    public async Task Exclusive_gives_no_verdict_about_what_was_compiled_from_other_sources(string target)
    {
        (await platform.RunAsync("--target=Typecheck", "--unit=contracts")).Exits(0);
        // One that nobody has compiled yet: what the cache has would be put in place.
        using var plant = platform.Append("packages/contracts/src/Contracts/PriceChanged.cs", $"\n// One more line: {Guid.NewGuid():N}.\n");

        var run = await platform.RunAsync("--exclusive", $"--target={target}", "--unit=contracts");

        var stage = target.ToLowerInvariant();
        Assert.Equal(
            $"""
              packages/contracts: error SLP3008: packages/contracts has not been compiled since something of it changed, and the stage {stage} is about what the compiler made.
                mend: run it without --exclusive: ./build.sh --target={stage} --unit=contracts
            """,
            run.FailsAlone("packages/contracts", stage));
    }
}
