namespace Slipway.Model.Stages;

/// <summary>What a stage came to for one unit. A closed set.</summary>
public abstract record StageOutcome
{
    private StageOutcome()
    {
    }

    public static StageOutcome Success { get; } = new Succeeded();

    /// <summary>The word that tables and records use.</summary>
    public string Word => Match(() => "succeeded", _ => "failed", _ => "skipped");

    public static StageOutcome Fail(string reason) => new Failed(reason);

    public static StageOutcome Skip(string reason) => new Skipped(reason);

    public T Match<T>(Func<T> succeeded, Func<string, T> failed, Func<string, T> skipped) => this switch
    {
        Succeeded => succeeded(),
        Failed(var reason) => failed(reason),
        Skipped(var reason) => skipped(reason),
        _ => throw new InvalidOperationException("The set of outcomes is closed."),
    };

    public sealed record Succeeded : StageOutcome;

    /// <param name="Reason">One line: what failed.</param>
    public sealed record Failed(string Reason) : StageOutcome;

    /// <param name="Reason">One line: why there was nothing to do, or why it could not be done.</param>
    public sealed record Skipped(string Reason) : StageOutcome;
}
