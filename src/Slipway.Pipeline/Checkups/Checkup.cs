namespace Slipway.Pipeline.Checkups;

/// <summary>One thing that a platform needs of the machine, and how it stands.</summary>
public sealed record Checkup
{
    /// <summary>What is needed, such as <c>git</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What was found, in a few words.</summary>
    public required string Found { get; init; }

    /// <summary>What to do about it; null where nothing is missing.</summary>
    public string? Mend { get; init; }

    public bool IsGood => Mend is null;
}
