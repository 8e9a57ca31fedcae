using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Failures;

public sealed class BadPlatforms
{
    private static readonly string _tasks = Stages.That("return StageResult.Succeeded;") + """
        [IsDependeeOf(typeof(Probe))] public sealed class Early : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> early"); }
        """;

    [Fact]
    public void What_is_wrong_with_the_platform_is_said_once_and_whole_before_any_task_runs()
    {
        using var platform = new TestPlatform("shop");
        platform.Write("platform.yaml", "name: harbour\nnmae: 1\nlayuot: 2\n");
        var call = HostCall.On(platform, _tasks, "--target=Probe");

        Assert.Equal(2, call.ExitCode);
        Assert.Empty(call.Trace);
        Assert.Single(call.Error.Split("platform.yaml(2,")[1..]);
        Assert.Single(call.Error.Split("platform.yaml(3,")[1..]);
    }

    [Fact]
    public void An_unknown_unit_is_bad_usage_and_no_task_runs()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, _tasks, "--target=Probe", "--unit=shoop");

        Assert.Equal(2, call.ExitCode);
        Assert.Empty(call.Trace);
        Assert.Contains("did you mean 'shop'?", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_platform_is_bad_usage()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, _tasks, "--target=Probe", "--platform=/");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("No platform was found", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_could_not_begin_leaves_the_checkout_free()
    {
        using var platform = new TestPlatform("shop");
        HostCall.On(platform, _tasks, "--target=Probe", "--unit=shoop");

        Assert.Equal(0, HostCall.On(platform, _tasks, "--target=Probe", "--no-wait").ExitCode);
    }
}
