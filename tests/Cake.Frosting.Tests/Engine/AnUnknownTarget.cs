using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class AnUnknownTarget
{
    [Theory]
    [InlineData("The target 'X' was not found.", "--target=X")]
    [InlineData("The targets 'X', 'Y' were not found.", "--target=X", "--target=Known", "--target=Y")]
    public void Fails_before_setup_and_names_what_was_not_found(string message, params string[] args)
    {
        var run = FrostingRun.Of(host => host.Task<Known>().UseLifetime<TracedLifetime>(), args);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"Error: {message}", run.Error);
        Assert.Empty(run.Trace);
    }

    private sealed class Known(Trace trace) : Traced(trace);
}
