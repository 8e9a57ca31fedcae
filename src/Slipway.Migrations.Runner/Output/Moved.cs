namespace Slipway.Migrations.Runner.Output;

/// <summary>What one run changed.</summary>
internal sealed record Moved
{
    public required IReadOnlyList<string> Applied { get; init; }

    public required IReadOnlyList<string> Reverted { get; init; }

    public required TimeSpan Elapsed { get; init; }
}
