using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Tests.Stages;

public sealed class StageLogTests
{
    [Fact]
    public void Lines_are_given_once_in_order()
    {
        var log = new StageLog();
        log.Write("one");
        log.Write("two");

        Assert.Equal(["one", "two"], log.Drain());
        Assert.Empty(log.Drain());
    }

    [Fact]
    public void Only_the_last_five_thousand_lines_are_kept_and_the_rest_is_counted()
    {
        var log = new StageLog();
        for (var line = 1; line <= 5_007; line++) log.Write($"line {line}");

        var lines = log.Drain();

        Assert.Equal(5_001, lines.Count);
        Assert.Equal(["… 7 earlier lines left out …", "line 8"], lines.Take(2));
        Assert.Equal("line 5007", lines[^1]);
    }

    [Fact]
    public void Many_may_write_at_once()
    {
        var log = new StageLog();
        Parallel.For(0, 4_000, line => log.Write($"line {line}"));

        Assert.Equal(4_000, log.Drain().Distinct().Count());
    }
}
