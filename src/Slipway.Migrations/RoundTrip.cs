using System.Collections.Immutable;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;
using Slipway.Migrations.Reversal;

namespace Slipway.Migrations;

/// <summary>Goes up, down and up again on a real PostgreSQL, with and without rows, and compares the schemas: MIG153, and MIG132 where rows lose what they held.</summary>
public static class RoundTrip
{
    /// <summary>Makes two databases on the cluster, one empty and one with generated rows, and removes them afterwards.</summary>
    /// <param name="set">The migrations. Those that cannot be undone are a floor: the way back ends above them.</param>
    /// <param name="cluster">Where to make them.</param>
    /// <param name="name">What the databases' names begin with; unique on the cluster.</param>
    /// <param name="options">Of the lock: released migrations are run, and not undone.</param>
    /// <param name="runner">Runs <c>pg_dump</c>.</param>
    /// <param name="cancellationToken">Ends the statement that runs.</param>
    /// <exception cref="Model.Problems.SlipwayException">There is no <c>pg_dump</c> that can read the server.</exception>
    public static Task<ImmutableArray<MigrationFinding>> CheckAsync(
        MigrationSet set, PostgresCluster cluster, string name, JudgeOptions? options = null, IProcessRunner? runner = null, CancellationToken cancellationToken = default) =>
        new RoundTripCheck(set, cluster, name, options ?? new(), runner ?? new ProcessRunner()).RunAsync(cancellationToken);
}
