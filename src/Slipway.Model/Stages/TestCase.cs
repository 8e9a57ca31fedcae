namespace Slipway.Model.Stages;

/// <summary>One test that ran.</summary>
public sealed record TestCase
{
    /// <summary>The full name, unique within its suite.</summary>
    public required string Name { get; init; }

    /// <summary>The test project or suite that it belongs to.</summary>
    public required string Suite { get; init; }

    public required TestOutcome Outcome { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Why it failed or was skipped, whole, stack trace included; of a flaky test, why it failed at first.</summary>
    public string? Message { get; init; }

    /// <summary>How often it was run again; null for never.</summary>
    public int? Retries { get; init; }

    /// <summary>The file of the failure, relative to the platform's root.</summary>
    public string? File { get; init; }

    /// <summary>Counted from 1.</summary>
    public int? Line { get; init; }
}
