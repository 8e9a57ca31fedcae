using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Modes;

public sealed class DryRun
{
    private const string Tasks = """
        public sealed class Loud : FrostingTask
        {
            public override bool ShouldRun(ICakeContext context) { Console.WriteLine("> criteria"); return true; }
            public override void Run(ICakeContext context) => Console.WriteLine("> body");
        }
        public sealed class ProbeStage : UnitStage
        {
            public override StageName Name => new("probe");
            public override string? SkipReason(Slipway.Model.Units.Unit unit, Slipway.Model.Platforms.Platform platform) =>
                unit.Name.Lower == "desk" ? "desks are not probed" : null;
            protected override Task<StageResult> RunAsync(StageContext context, CancellationToken token)
            {
                Console.WriteLine($"> probe {context.Unit.Name}");
                return Task.FromResult(StageResult.Succeeded);
            }
        }
        [IsDependentOn(typeof(Loud))] public sealed class Probe : StageTask<ProbeStage>;
        """;

    [Fact]
    public void A_dry_run_prints_the_plan_in_one_line_a_task_and_runs_nothing()
    {
        using var platform = new TestPlatform("desk", "shop");
        var call = HostCall.On(platform, Tasks, "--target=Probe", "--dryrun");

        Assert.Equal(0, call.ExitCode);
        Assert.Equal(
            """
            Dry run of Probe on the platform harbour, 2 units: nothing runs.

               1. Loud
               2. Probe  1 to run (apps/shop), 1 skipped

            Skipped:
                  probe  apps/desk: desks are not probed
            """,
            call.Output);
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        using var platform = new TestPlatform("desk", "shop");
        HostCall.On(platform, Tasks, "--target=Probe", "--dryrun");

        Assert.False(Directory.Exists(platform.Artifacts));
    }

    [Fact]
    public void A_dry_run_of_no_stage_reads_no_platform()
    {
        var call = HostCall.Of(Tasks, "--target=Loud", "--dryrun", "--platform=/no/such/folder");

        Assert.Equal((0, "Dry run of Loud: nothing runs.\n\n   1. Loud"), (call.ExitCode, call.Output));
    }

    [Fact]
    public void A_dry_run_says_what_an_earlier_run_stands_for()
    {
        using var platform = new TestPlatform("desk", "shop");
        var tasks = TaskSource.Compile(Tasks);
        var first = HostCall.On(platform, tasks, "--target=Probe");
        Assert.Equal(["criteria", "body", "probe shop"], first.Trace);

        var call = HostCall.On(platform, tasks, "--target=Probe", "--dryrun");

        Assert.Contains("2. Probe  1 replayed, 1 skipped", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_unit_is_an_error_of_a_dry_run_too()
    {
        using var platform = new TestPlatform("desk", "shop");
        var call = HostCall.On(platform, Tasks, "--target=Probe", "--dryrun", "--unit=shoop");

        Assert.Equal(2, call.ExitCode);
        Assert.Equal("SLP2050: There is no unit 'shoop' on the platform harbour.\n  mend: did you mean 'shop'? The units are: desk, shop", call.Error);
    }
}
