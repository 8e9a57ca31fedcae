using System.Collections.Immutable;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;

namespace Slipway.Migrations.Reversal;

/// <summary>One check of all ways back.</summary>
internal sealed class RoundTripCheck(MigrationSet set, PostgresCluster cluster, string name, JudgeOptions options, IProcessRunner runner)
{
    public Task<ImmutableArray<MigrationFinding>> RunAsync(CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{set.Context} {cluster} {name} {options.OldestServer} {runner} {cancellationToken}");
}
