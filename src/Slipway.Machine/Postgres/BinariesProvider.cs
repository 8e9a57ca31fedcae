using Slipway.Machine.Processes;

namespace Slipway.Machine.Postgres;

internal sealed class BinariesProvider(PostgresBinaries binaries, IProcessRunner runner) : PostgresProvider
{
    public override string Description => $"PostgreSQL {binaries.Version} of {binaries.Folder}";

    public override async Task<PostgresCluster> StartAsync(CancellationToken cancellationToken = default) =>
        await ThrowawayCluster.StartAsync(binaries, runner, cancellationToken).ConfigureAwait(false);
}
