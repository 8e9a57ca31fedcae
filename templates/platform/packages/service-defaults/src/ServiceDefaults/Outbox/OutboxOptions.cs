namespace ServiceDefaults.Outbox;

public sealed record OutboxOptions
{
    public required string Source { get; init; }

    /// <summary>How long the relay rests when nothing waits.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many events one round takes.</summary>
    public int BatchSize { get; init; } = 50;
}
