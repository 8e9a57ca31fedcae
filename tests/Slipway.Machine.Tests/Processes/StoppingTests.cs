using System.Diagnostics;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Machine.Tests.Processes;

public sealed class StoppingTests
{
    // What a tree can do to escape: children, job control groups, sessions of their own, orphans, and deafness to SIGTERM.
    private const string Tree = """
        set -m
        sleep DURATION &
        setsid sleep DURATION &
        sh -c 'setsid sleep DURATION >/dev/null 2>&1 &'
        sh -c 'sh -c "trap \"\" TERM; sleep DURATION; true" &'
        trap '' TERM
        echo ready
        sleep DURATION
        """;

    private static readonly ProcessRunner _runner = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_over_its_time_limit_is_killed_with_its_tree_and_its_last_output_shown()
    {
        var trace = new Trace();

        var failure = await Assert.ThrowsAsync<KnownFailureException>(
            () => _runner.RunAsync(Sleepers(trace) with { TimeLimit = TimeSpan.FromMilliseconds(500) }, Token));

        Assert.Equal(0, trace.Sleepers);
        Assert.Equal("SLP3090", failure.Problems[0].Code);
        Assert.Contains("took longer than its limit of 0.5 s", failure.Message);
        Assert.Contains("  | ready", failure.Message);
    }

    [Fact]
    public async Task A_cancelled_program_is_gone_with_its_tree_before_the_caller_hears_of_it()
    {
        var trace = new Trace();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var run = _runner.RunAsync(Sleepers(trace), cancel.Token);
        await trace.AsleepAsync(5);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(0, trace.Sleepers);
    }

    [Fact]
    public async Task A_cancelled_program_may_clean_up()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var lines = new List<string>();
        var ready = new TaskCompletionSource();
        var request = ProcessRequest.For("sh", "-c", "trap 'echo cleaned; exit 0' TERM; echo ready; while :; do sleep 0.01; done") with
        {
            OnLine = line =>
            {
                lines.Add(line);
                ready.TrySetResult();
            },
        };
        var run = _runner.RunAsync(request, cancel.Token);
        await ready.Task.WaitAsync(Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Contains("cleaned", lines);
    }

    [Fact]
    public async Task What_a_program_leaves_running_ends_with_it_and_is_not_waited_for()
    {
        var trace = new Trace();
        var watch = Stopwatch.StartNew();

        var result = await _runner.RunAsync(
            ProcessRequest.For("sh", "-c", $"sleep {trace.Duration} & setsid sleep {trace.Duration} & echo done"), Token);

        Assert.Equal("done\n", result.Output);
        Assert.True(result.Succeeded);
        Assert.Equal(0, trace.Sleepers);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 4);
    }

    [Theory]
    [InlineData(130)]
    [InlineData(143)]
    public async Task An_exit_by_signal_while_cancelled_is_a_cancellation(int code)
    {
        using var cancel = new CancellationTokenSource();
        // The program hears of Ctrl-C first; the token follows while its last line is read.
        var request = ProcessRequest.For("sh", "-c", $"echo bye; exit {code}") with { OnLine = _ => cancel.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _runner.RunAsync(request, cancel.Token));
    }

    [Fact]
    public async Task An_exit_by_signal_without_cancellation_is_an_exit()
    {
        Assert.Equal(143, (await _runner.RunAsync(ProcessRequest.For("sh", "-c", "kill -TERM $$"), Token)).ExitCode);
    }

    private static ProcessRequest Sleepers(Trace trace) => ProcessRequest.For("bash", "-c", Tree.Replace("DURATION", trace.Duration));
}
