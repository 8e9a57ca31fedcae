namespace Slipway.Model.Stages;

/// <summary>A part of a stage that was not done, or only in part, in a stage that went on without it: never to be taken for a pass.</summary>
public sealed record SkippedCheck
{
    /// <summary>The check's name, such as <c>nuget-vulnerabilities</c>.</summary>
    public required string What { get; init; }

    /// <summary>One line: why it could not be done.</summary>
    public required string Why { get; init; }

    public override string ToString() => $"{What}: {Why}";
}
