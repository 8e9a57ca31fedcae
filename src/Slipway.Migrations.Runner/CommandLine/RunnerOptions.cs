namespace Slipway.Migrations.Runner.CommandLine;

/// <summary>A command line, parsed.</summary>
internal sealed record RunnerOptions
{
    public required VerbName Verb { get; init; }

    /// <summary>A migration's id or name, "0" for none at all, null for the newest.</summary>
    public string? Target { get; init; }

    /// <summary>A connection string, "-" for standard input, null for the environment.</summary>
    public string? Connection { get; init; }

    /// <summary>Of compat: the connection string of a database that this bundle alone has migrated, null for none.</summary>
    public string? Baseline { get; init; }

    public bool Verbose { get; init; }

    public bool Json { get; init; }

    public bool FailIfPending { get; init; }

    /// <summary>How long to wait for another deployment of the same database.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one statement may wait for a table; traffic queues behind it for as long.</summary>
    public TimeSpan TableLockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one statement may run; zero is no limit. Default: 30 minutes.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often to try again after a lock that was not free, a deadlock or a serialization failure. Default: 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Refuse a role that may do more than a deployment has to.</summary>
    public bool Production { get; init; }

    /// <summary>Name the kind of each line before it, as EF Core's tools do.</summary>
    public bool PrefixOutput { get; init; }
}
