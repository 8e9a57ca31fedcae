using Slipway.Machine.Processes;

namespace Slipway.Machine.Tests.Processes;

public sealed class OutputBoundTests
{
    private static readonly ProcessRunner _runner = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_long_output_the_begin_and_the_end_are_kept()
    {
        var request = ProcessRequest.For("sh", "-c", "echo begin; seq 1 100000; echo end") with { OutputLimit = 1_000 };

        var result = await _runner.RunAsync(request, Token);

        Assert.True(result.Truncated);
        Assert.StartsWith("begin\n1\n2\n", result.Output);
        Assert.EndsWith("99999\n100000\nend\n", result.Output);
        Assert.Contains("characters left out", result.Output);
        Assert.InRange(result.Output.Length, 1_000, 1_100);
    }

    [Fact]
    public async Task A_flood_without_a_line_end_takes_no_memory()
    {
        var lines = 0;
        var longest = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var request = ProcessRequest.For("sh", "-c", "head -c 200000000 /dev/zero | tr '\\0' x") with
        {
            OutputLimit = 10_000,
            OnLine = line =>
            {
                longest = Math.Max(longest, line.Length);
                // Only what lives counts: what waits to be collected is as much as the collector likes.
                if (++lines % 1000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            },
        };

        var result = await _runner.RunAsync(request, Token);

        Assert.True(result.Succeeded);
        Assert.InRange(longest, 1, 32_768);
        Assert.InRange(most - before, long.MinValue, 100_000_000);
        Assert.InRange(result.Tail.Length, 1, 40 * 2_100);
    }

    [Fact]
    public async Task The_tail_is_the_last_forty_lines()
    {
        var result = await _runner.RunAsync(ProcessRequest.For("seq", "1", "1000"), Token);

        Assert.Equal(Enumerable.Range(961, 40).Select(number => $"{number}"), result.Tail.Split('\n'));
    }
}
