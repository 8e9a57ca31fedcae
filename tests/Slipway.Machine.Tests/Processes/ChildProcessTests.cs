using System.Net;
using System.Net.Sockets;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Machine.Tests.Processes;

public sealed class ChildProcessTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_is_found_whether_it_came_before_or_after_the_question()
    {
        await using var server = ChildProcess.Start(ProcessRequest.For("sh", "-c", "echo listening on 80; echo ready; sleep 1000"));

        Assert.Equal("ready", await server.WaitForLineAsync(line => line == "ready", _limit, Token));
        Assert.Equal("listening on 80", await server.WaitForLineAsync(line => line.StartsWith("listening"), _limit, Token));
        Assert.False(server.HasExited);
    }

    [Fact]
    public async Task Disposal_ends_the_server_and_its_children()
    {
        var trace = new Trace();
        var server = ChildProcess.Start(ProcessRequest.For("sh", "-c", $"sleep {trace.Duration} & sleep {trace.Duration}; true"));
        await trace.AsleepAsync(2);

        await server.DisposeAsync();

        Assert.Equal(0, trace.Sleepers);
    }

    [Fact]
    public async Task A_server_that_ends_before_it_is_ready_shows_its_last_output()
    {
        await using var server = ChildProcess.Start(ProcessRequest.For("sh", "-c", "echo no room >&2; exit 7"));

        var failure = await Assert.ThrowsAsync<KnownFailureException>(() => server.WaitForLineAsync(_ => false, _limit, Token));

        Assert.Contains("ended with exit code 7 before it was ready", failure.Message);
        Assert.Contains("  | no room", failure.Message);
        Assert.Equal(7, await server.Exited);
    }

    [Fact]
    public async Task A_server_that_is_not_ready_in_time_is_a_known_failure()
    {
        await using var server = ChildProcess.Start(ProcessRequest.For("sleep", "1000"));

        var failure = await Assert.ThrowsAsync<KnownFailureException>(() => server.WaitForLineAsync(_ => true, TimeSpan.FromMilliseconds(50), Token));

        Assert.Contains("was not ready after 0.05 s", failure.Message);
    }

    [Fact]
    public async Task A_port_is_waited_for_until_it_answers()
    {
        await using var server = ChildProcess.Start(ProcessRequest.For("sleep", "1000"));
        var port = FreePort();
        var waiting = server.WaitForPortAsync(port, _limit, Token);
        await Task.Delay(100, Token);
        Assert.False(waiting.IsCompleted);

        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();

        await waiting;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
