namespace Slipway.Suites.Recordings;

/// <summary>What came back for one request: an answer, or why there is none.</summary>
internal sealed record Answer
{
    private Answer()
    {
    }

    /// <summary>The answer's text; null when there is none.</summary>
    public string? Output { get; private init; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public string? Fault { get; private init; }

    /// <summary>Where the answer was recorded.</summary>
    public Recording? Recording { get; private init; }

    public static Answer Of(string output, Recording recording) => new() { Output = output, Recording = recording };

    public static Answer Missing(string fault) => new() { Fault = fault };
}
