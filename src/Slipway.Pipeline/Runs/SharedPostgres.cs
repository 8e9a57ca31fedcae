using Slipway.Machine.Postgres;

namespace Slipway.Pipeline.Runs;

/// <summary>The one PostgreSQL cluster of a run.</summary>
internal static class SharedPostgres
{
    // Not the caller's token: the cluster belongs to the run, and is stopped with it.
    public static Task<PostgresCluster> GetAsync(RunContext run, CancellationToken cancellationToken) =>
        run.Resources.GetAsync("postgres", () => StartAsync(run)).WaitAsync(cancellationToken);

    private static async Task<PostgresCluster> StartAsync(RunContext run)
    {
        var provider = await PostgresProvider.FindAsync(run.Paths.Tools, runner: run.Processes);
        return await provider.StartAsync();
    }
}
