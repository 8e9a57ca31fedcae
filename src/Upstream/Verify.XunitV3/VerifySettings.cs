using System.Reflection;
using System.Text;

namespace VerifyTests;

/// <summary>How one result is scrubbed, and where its snapshot lies.</summary>
public sealed class VerifySettings
{
    private readonly ScrubberChain _scrubbers;

    public VerifySettings()
        : this(null)
    {
    }

    /// <summary>A copy, so that one comparison's changes do not reach the next.</summary>
    public VerifySettings(VerifySettings? settings)
    {
        _scrubbers = new(settings?._scrubbers);
        Directory = settings?.Directory;
        FileName = settings?.FileName;
        MethodName = settings?.MethodName;
        ParametersText = settings?.ParametersText;
    }

    internal string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal string? MethodName { get; private set; }

    internal string? ParametersText { get; private set; }

    /// <summary>Edits the whole text. The one added last runs first.</summary>
    public void AddScrubber(Action<StringBuilder> scrubber) => _scrubbers.Add(scrubber);

    /// <summary>Drops the lines for which the answer is true.</summary>
    public void ScrubLines(Func<string, bool> removeLine) => _scrubbers.Add(Lines.Drop(removeLine));

    /// <summary>Drops every line that contains one of the texts, whatever their case.</summary>
    public void ScrubLinesContaining(params string[] stringToMatch) => _scrubbers.Add(Lines.DropContaining(stringToMatch));

    /// <summary>Replaces each line; null drops it.</summary>
    public void ScrubLinesWithReplace(Func<string, string?> replaceLine) => _scrubbers.Add(Lines.Replace(replaceLine));

    /// <summary>Where the snapshot lies, relative to the source file's folder.</summary>
    public void UseDirectory(string directory) => Directory = directory;

    /// <summary>The snapshot's whole name, without <c>.verified.txt</c>.</summary>
    public void UseFileName(string fileName) => FileName = fileName;

    /// <summary>What stands in the snapshot's name for the test's method.</summary>
    public void UseMethodName(string name) => MethodName = name;

    /// <summary>What stands in the snapshot's name for the arguments of a theory.</summary>
    public void UseTextForParameters(string parametersText) => ParametersText = parametersText;

    internal string Scrub(string text, Assembly tests)
    {
        var builder = new StringBuilder(text.ReplaceLineEndings("\n"));
        _scrubbers.Run(builder);
        VerifierSettings.Scrubbers.Run(builder);
        Folders.Scrub(builder, tests);
        return builder.ToString();
    }
}
