using System.Text;

namespace VerifyTests;

/// <summary>What holds for every comparison of a test assembly; call it from a module initializer.</summary>
public static class VerifierSettings
{
    internal static ScrubberChain Scrubbers { get; } = new();

    /// <inheritdoc cref="VerifySettings.AddScrubber"/>
    public static void AddScrubber(Action<StringBuilder> scrubber) => Scrubbers.Add(scrubber);

    /// <inheritdoc cref="VerifySettings.ScrubLines"/>
    public static void ScrubLines(Func<string, bool> removeLine) => Scrubbers.Add(Lines.Drop(removeLine));

    /// <inheritdoc cref="VerifySettings.ScrubLinesContaining"/>
    public static void ScrubLinesContaining(params string[] stringToMatch) => Scrubbers.Add(Lines.DropContaining(stringToMatch));

    /// <inheritdoc cref="VerifySettings.ScrubLinesWithReplace"/>
    public static void ScrubLinesWithReplace(Func<string, string?> replaceLine) => Scrubbers.Add(Lines.Replace(replaceLine));
}
