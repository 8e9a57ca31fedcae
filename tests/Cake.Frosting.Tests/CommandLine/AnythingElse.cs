using Cake.Common;
using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class AnythingElse
{
    [Theory]
    [InlineData("--colour=blue")]
    [InlineData("--COLOUR=blue")]
    [InlineData("--colour", "blue")]
    public void Is_an_argument_of_the_build_whatever_its_case(params string[] args)
    {
        var run = FrostingRun.Of(host => host.Task<Default>(), args);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["blue"], run.Trace);
    }

    [Fact]
    public void May_be_given_several_times()
        => Assert.Equal(["blue, red"], FrostingRun.Of(host => host.Task<Default>(), "--colour=blue", "--colour=red").Trace);

    [Fact]
    public void Overrides_the_configuration()
    {
        var run = FrostingRun.Of(
            host => host.Task<TellsSetting>().UseCakeSetting("Settings_Flavour", "from code"),
            "--target=TellsSetting",
            "--settings_flavour=from the command line");

        Assert.Equal(["from the command line"], run.Trace);
    }

    private sealed class Default(Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context) => trace.Add(string.Join(", ", context.Arguments<string>("colour")));
    }

    private sealed class TellsSetting(Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context) => trace.Add(context.Configuration.GetValue("Settings_Flavour"));
    }
}
