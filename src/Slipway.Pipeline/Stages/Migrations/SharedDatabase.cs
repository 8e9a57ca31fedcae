using System.Collections.Immutable;
using Slipway.Pipeline.Stages.Tests;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>A database that test programs are given: none of them made it, and none is alone in it.</summary>
internal sealed class SharedDatabase(StageContext context, ScratchDatabases databases, string name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Runs programs one after another.</summary>
    /// <param name="programs">All of one side.</param>
    /// <param name="run">What this run is called: runs at the same time have different names.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<TestRun> RunAsync(ImmutableArray<TestProgram> programs, string run, CancellationToken cancellation)
    {
        var environment = context.Run.Environment
            .SetItem(IntegrationTestStage.GivenDatabaseVariable, databases.ConnectionOf(name))
            // Who does not take what is given shall not find another.
            .SetItem(IntegrationTestStage.ConnectionVariable, null);
        var all = TestRun.Nothing;
        foreach (var program in programs)
            all = all.And(await (program with { Results = Path.Combine(program.Results, run) }).RunAsync(environment, cancellation));
        return all;
    }

    /// <summary>Runs two sides at once.</summary>
    public async Task<(TestRun One, TestRun Other)> RunAsync(
        (ImmutableArray<TestProgram> Programs, string Run) one, (ImmutableArray<TestProgram> Programs, string Run) other, CancellationToken cancellation)
    {
        var both = await Task.WhenAll(RunAsync(one.Programs, one.Run, cancellation), RunAsync(other.Programs, other.Run, cancellation));
        return (both[0], both[1]);
    }

    /// <summary>How often somebody has connected so far.</summary>
    public Task<long> SessionsAsync(CancellationToken cancellation) => databases.Cluster.SessionsAsync(databases.NameOf(name), cancellation);

    /// <summary>Whether somebody has connected since; the server is given a moment to count.</summary>
    public async Task<bool> WasUsedSinceAsync(long sessions, CancellationToken cancellation)
    {
        var begun = context.Run.Time.GetTimestamp();
        while (await SessionsAsync(cancellation) == sessions)
        {
            if (context.Run.Time.GetElapsedTime(begun) > Patience) return false;
            await Task.Delay(100, cancellation);
        }
        return true;
    }
}
