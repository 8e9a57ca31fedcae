using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>Runs the test programs of a unit, one after another.</summary>
internal static class DotNetTests
{
    /// <param name="environment">Variables for the tests, over the run's.</param>
    public static async Task<StageResult> RunAsync(
        StageContext context, ProjectRole role, ImmutableDictionary<string, string?> environment, CancellationToken cancellationToken)
    {
        if (!DotNetOutput.IsCurrent(context)) return DotNetOutput.NotCompiled(context);
        if (DotNetOutput.Missing(context) is { } reason) return StageResult.Skipped(reason);
        var tests = ImmutableArray.CreateBuilder<TestCase>();
        foreach (var project in context.Unit.ProjectsOf(role))
            tests.AddRange((await TestProgram.Of(context, project).RunAsync(environment, cancellationToken)).Tests);
        return TestVerdict.Of(tests.ToImmutable()).WithExpired(context);
    }
}
