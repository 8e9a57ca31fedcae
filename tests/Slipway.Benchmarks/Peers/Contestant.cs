using System.Collections.Immutable;

namespace Slipway.Benchmarks.Peers;

/// <summary>One tool in one scenario.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Commands">What is timed.</param>
internal sealed record Contestant(string Name, ImmutableArray<Command> Commands)
{
    /// <summary>Done before each run, untimed.</summary>
    public Func<Task> Before { get; init; } = () => Task.CompletedTask;
}
