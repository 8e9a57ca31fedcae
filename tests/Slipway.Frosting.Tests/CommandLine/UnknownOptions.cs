using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.CommandLine;

public sealed class UnknownOptions
{
    [Fact]
    public void An_option_that_nobody_declared_is_an_error_with_the_nearest_name()
    {
        var call = HostCall.Of("", "--taget=Restore");

        Assert.Equal(2, call.ExitCode);
        Assert.Equal(
            """
            SLP1106: There is no option '--taget'.
              mend: did you mean '--target'?
            """,
            call.Error);
    }

    [Fact]
    public void An_option_that_is_like_no_other_points_to_the_help()
    {
        var call = HostCall.Of("", "--weather", "fair");

        Assert.Equal(2, call.ExitCode);
        Assert.Equal(
            """
            SLP1106: There is no option '--weather'.
              mend: see --help; a task declares its own with [TaskOption]
            """,
            call.Error);
    }

    [Fact]
    public void A_word_that_is_the_name_of_a_target_says_how_to_run_it()
    {
        var call = HostCall.Of("", "restore");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1108: 'restore' is neither an option nor the value of one.\n  mend: to run that target: --target=Restore", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_a_task_declares_reaches_it()
    {
        var call = HostCall.Of(
            """
            [TaskOption("environment", "Where to go")]
            [TaskOption("force", "Do not ask", IsFlag = true)]
            public sealed class Go : FrostingTask<SlipwayContext>
            {
                public override void Run(SlipwayContext context) => Console.WriteLine(
                    $"> {context.Arguments.GetArgument("environment")} {context.Arguments.HasArgument("force")}");
            }
            """,
            "--target=Go",
            "--environment",
            "staging",
            "--force");

        Assert.Equal((0, "staging True"), (call.ExitCode, Assert.Single(call.Trace)));
    }
}
