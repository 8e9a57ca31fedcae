using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.CommandLine;

public sealed class Help
{
    [Fact]
    public void The_version_is_that_of_Slipway_and_that_of_Cake()
    {
        var call = HostCall.Of("", "--version");

        Assert.Equal(0, call.ExitCode);
        Assert.Matches(@"\ASlipway \d+\.\d+\.\d+\S*\nCake 7\.0\.0\z", call.Output);
    }

    [Fact]
    public void The_help_lists_cake_s_options_slipway_s_and_those_of_tasks()
    {
        var call = HostCall.Of("""[TaskOption("environment", "Where to go")] public sealed class Go : FrostingTask;""", "--help");

        Assert.Equal(0, call.ExitCode);
        Assert.Matches(@"(?m)^  -t, --target=NAME +What to run", call.Output);
        Assert.Matches(@"(?m)^  -u, --unit=NAME +Only this unit", call.Output);
        Assert.Matches(@"(?m)^      --environment=VALUE +Where to go$", call.Output);
        Assert.Contains("Exit codes: 0 all passed; 1 a known failure; 2 bad usage", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_names_the_targets()
    {
        var call = HostCall.Of("""[TaskDescription("Go there")] public sealed class Go : FrostingTask;""", "-h");

        Assert.Matches(@"(?m)^  Go +Go there$", call.Output);
    }
}
