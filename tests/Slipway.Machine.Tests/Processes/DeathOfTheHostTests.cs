using Slipway.Machine.Processes;

namespace Slipway.Machine.Tests.Processes;

public sealed class DeathOfTheHostTests
{
    [Theory]
    [InlineData(Signals.Kill)]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.Terminate)]
    public async Task A_host_that_a_signal_ends_leaves_no_child(int signal)
    {
        var trace = new Trace();
        using var host = Victim.Start("run", "bash", "-c", $"sleep {trace.Duration} & setsid sleep {trace.Duration} & (trap '' TERM; sleep {trace.Duration}; true) & echo ready; wait");
        Assert.Equal("ready", await host.LineAsync());
        await trace.AsleepAsync(3);

        await host.KillAsync(signal);

        await trace.GoneAsync();
    }

    [Fact]
    public async Task A_host_that_ends_without_stopping_its_children_leaves_none()
    {
        var trace = new Trace();
        using var host = Victim.Start("leave", "sleep", trace.Duration);

        Assert.Equal(0, await host.ExitAsync());

        await trace.GoneAsync();
    }
}
