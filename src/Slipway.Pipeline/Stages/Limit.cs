namespace Slipway.Pipeline.Stages;

/// <summary>
/// A named thing that stages share and that bears only so many of them at once, such as the one MSBuild, or the browsers of a machine.
/// Where two stages name it with different capacities, the smaller counts.
/// </summary>
/// <param name="Name">Its name over the whole run.</param>
/// <param name="Capacity">How many shares there are, at least 1. Default: 1, so that its holders never overlap.</param>
public sealed record Limit(string Name, int Capacity = 1)
{
    /// <summary>What writes below the units' <c>obj</c> folders.</summary>
    public static Limit MSBuild { get; } = new("msbuild");

    /// <summary>The connections that the run's one PostgreSQL cluster serves well: a stage for each processor.</summary>
    public static Limit Postgres { get; } = new("postgres", Environment.ProcessorCount);

    /// <summary>Browsers: each takes a gigabyte.</summary>
    public static Limit Browsers { get; } = new("browsers", 2);

    /// <summary>What the compiler puts into <c>bin</c>: many may run it, and nobody while it is <see cref="Whole">written</see>.</summary>
    public static Limit Binaries { get; } = new("binaries", 1024);

    /// <summary>How many shares its holder takes. Default: 1.</summary>
    public int Share { get; init; } = 1;

    /// <summary>Every share: its holder is alone with it.</summary>
    public Limit Whole => this with { Share = Capacity };
}
