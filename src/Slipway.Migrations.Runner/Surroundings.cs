namespace Slipway.Migrations.Runner;

/// <summary>What of the process a run may touch besides the database.</summary>
internal sealed record Surroundings
{
    public static Surroundings OfProcess => new()
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        Variable = Environment.GetEnvironmentVariable,
    };

    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>An environment variable's value by its name, null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }
}
