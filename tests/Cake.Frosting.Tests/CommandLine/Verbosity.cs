using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class Verbosity
{
    [Theory]
    [InlineData("Quiet", "quiet", "q")]
    [InlineData("Minimal", "minimal", "m")]
    [InlineData("Normal", "normal", "n")]
    [InlineData("Verbose", "verbose", "v")]
    [InlineData("Diagnostic", "diagnostic", "D")]
    public void Has_five_levels_each_with_a_letter(string level, string word, string letter)
    {
        Assert.Equal([level], FrostingRun.Of(Wire, $"--verbosity={word}").Trace);
        Assert.Equal([level], FrostingRun.Of(Wire, "-v", letter).Trace);
    }

    [Fact]
    public void Is_Normal_when_nothing_is_said()
        => Assert.Equal(["Normal"], FrostingRun.Of(Wire).Trace);

    [Fact]
    public void Is_what_the_configuration_says_when_the_command_line_says_nothing()
    {
        Assert.Equal(["Verbose"], FrostingRun.Of(host => Wire(host.UseCakeSetting("Settings_Verbosity", "verbose"))).Trace);
        Assert.Equal(["Quiet"], FrostingRun.Of(host => Wire(host.UseCakeSetting("Settings_Verbosity", "verbose")), "-v=quiet").Trace);
    }

    [Fact]
    public void Of_a_name_that_does_not_exist_cannot_be_read()
    {
        var run = FrostingRun.Of(Wire, "--verbosity=loud");

        Assert.Equal(-1, run.ExitCode);
        Assert.Empty(run.Trace);
    }

    [Fact]
    public void Diagnostic_prints_exceptions_whole()
    {
        var run = FrostingRun.Of(host => host.Task<Breaks>(), "--target=Breaks", "--verbosity=diagnostic");

        Assert.Contains("System.InvalidOperationException: Breaks broke", run.Error);
        Assert.Contains("   at ", run.Error);
    }

    private static void Wire(CakeHost host) => host.Task<Default>();

    private sealed class Default(Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context) => trace.Add(context.Log.Verbosity.ToString());
    }

    private sealed class Breaks(Trace trace) : Failing(trace);
}
