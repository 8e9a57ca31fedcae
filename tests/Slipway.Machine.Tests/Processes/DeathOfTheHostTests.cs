namespace Slipway.Machine.Tests.Processes;

public sealed class DeathOfTheHostTests
{
    [Fact]
    public async Task A_killed_host_leaves_no_child()
    {
        var trace = new Trace();
        using var host = Victim.Start("run", "bash", "-c", $"sleep {trace.Duration} & setsid sleep {trace.Duration} & (trap '' TERM; sleep {trace.Duration}; true) & echo ready; wait");
        Assert.Equal("ready", await host.LineAsync());
        await trace.AsleepAsync(3);

        await host.KillAsync();

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
