using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>What one or more runs of test programs came to.</summary>
/// <param name="Tests">In the order of the reports.</param>
/// <param name="Output">Everything that the programs printed.</param>
internal sealed record TestRun(ImmutableArray<TestCase> Tests, string Output)
{
    public static TestRun Nothing { get; } = new([], "");

    public IEnumerable<TestCase> Failed => Tests.Where(test => test.Outcome == TestOutcome.Failed);

    public int Passed => Tests.Count(test => test.Outcome is TestOutcome.Passed or TestOutcome.Flaky);

    public TestRun And(TestRun other) => new([.. Tests, .. other.Tests], $"{Output}\n{other.Output}");
}
