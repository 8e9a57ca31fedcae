using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

public sealed class ContinuedRuns
{
    // It fails for desk until a file of the platform, which is nobody's input, says that it is mended.
    private static readonly string _stages = Stages.That("""
        Console.WriteLine($"> probe {context.Unit.Name}");
        return context.Unit.Name.Lower == "desk" && !System.IO.File.Exists(context.Absolute("mended")) ? StageResult.Failed("no") : StageResult.Succeeded;
        """) + """
        public sealed class LateStage : UnitStage
        {
            public override StageName Name => new("late");
            protected override Task<StageResult> RunAsync(StageContext context, CancellationToken token)
            {
                Console.WriteLine($"> late {context.Unit.Name}");
                return Task.FromResult(StageResult.Succeeded);
            }
        }
        [IsDependentOn(typeof(Probe))] public sealed class Late : StageTask<LateStage>;
        [IsDependentOn(typeof(Late))] public sealed class Ship : FrostingTask
        {
            public override void Run(ICakeContext context)
            {
                if (!System.IO.File.Exists(System.IO.Path.Combine(((SlipwayContext)context).ArtifactsRoot, "port"))) throw new CakeException(1, "no port");
                Console.WriteLine("> shipped");
            }
        }
        """;

    [Fact]
    public void Only_what_failed_and_what_follows_from_it_is_run()
    {
        using var platform = new TestPlatform("desk", "shop");
        var tasks = TaskSource.Compile(_stages);
        Assert.Equal(1, HostCall.On(platform, tasks, "--target=Late", "--keep-going").ExitCode);
        platform.Write("mended", "");

        var call = HostCall.On(platform, tasks, "--continue");

        Assert.Equal(0, call.ExitCode);
        Assert.Equal(["probe desk", "late desk"], call.Trace);
        Assert.StartsWith("Continues Late for apps/desk.", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_run_that_passed_there_is_nothing_to_do()
    {
        using var platform = new TestPlatform("shop");
        var tasks = TaskSource.Compile(_stages);
        HostCall.On(platform, tasks, "--target=Late");

        var call = HostCall.On(platform, tasks, "--continue");

        Assert.Equal((0, "Nothing to continue: the last run passed."), (call.ExitCode, call.Output));
    }

    [Fact]
    public void A_task_that_is_no_stage_is_taken_up_again_too()
    {
        using var platform = new TestPlatform("shop");
        var tasks = TaskSource.Compile(_stages);
        HostCall.On(platform, tasks, "--target=Ship");
        platform.Write("artifacts/port", "");

        var call = HostCall.On(platform, tasks, "--continue");

        Assert.Equal((0, "shipped"), (call.ExitCode, Assert.Single(call.Trace)));
    }

    [Theory]
    [InlineData("\"results\": [", "\"results\": [null,")]
    [InlineData("\"targets\": [", "\"targets\": [null,")]
    [InlineData("\"units\": [", "\"units\": [null")]
    [InlineData("\"targets\": [", "\"aims\": [")]
    public void A_summary_that_is_not_whole_is_none(string said, string instead)
    {
        using var platform = new TestPlatform("desk");
        var tasks = TaskSource.Compile(_stages);
        Assert.Equal(1, HostCall.On(platform, tasks, "--target=Late").ExitCode);
        var summary = Assert.Single(Directory.GetFiles(Path.Join(platform.Root, "artifacts", "runs")));
        var written = File.ReadAllText(summary);
        Assert.Contains(said, written, StringComparison.Ordinal);
        File.WriteAllText(summary, written.Replace(said, instead, StringComparison.Ordinal));

        var call = HostCall.On(platform, tasks, "--continue");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1115: There is no run to continue", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_run_it_is_bad_usage()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, _stages, "--continue");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1115: There is no run to continue", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target=Late")]
    [InlineData("--unit=shop")]
    [InlineData("--exclusive")]
    public void It_takes_no_choice_beside_it(string option)
    {
        var call = HostCall.Of(_stages, "--continue", option);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains($"SLP1107: --continue takes targets and units from the last run, so {option.Split('=')[0]} cannot stand beside it.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_shows_what_it_would_run()
    {
        using var platform = new TestPlatform("desk", "shop");
        var tasks = TaskSource.Compile(_stages);
        HostCall.On(platform, tasks, "--target=Late", "--keep-going");

        var call = HostCall.On(platform, tasks, "--continue", "--dryrun");

        Assert.Contains("Dry run of Late on the platform harbour, 1 unit: nothing runs.", call.Output, StringComparison.Ordinal);
        Assert.Empty(call.Trace);
    }
}
