namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>One attack, told as a sentence.</summary>
/// <param name="Sentence">What the attacker did.</param>
/// <param name="Code">What must be said of it, and nothing vaguer.</param>
/// <param name="Do">Does it.</param>
internal sealed record Attack(string Sentence, string Code, Func<Raid, Task> Do)
{
    public static Attack Of(string sentence, string code, Action<Raid> act) => new(sentence, code, raid =>
    {
        act(raid);
        return Task.CompletedTask;
    });
}
