using System.Diagnostics.CodeAnalysis;

namespace Slipway.Workspace.Discovery;

/// <summary>
/// A pattern of folders, from the platform's root: literal segments, <c>*</c> and <c>?</c> within one segment, <c>**</c> as a whole
/// segment for any number of them, and <c>{name}</c> for the part that is the unit's name. Without <c>{name}</c>, the whole last
/// segment of the folder is the name.
/// </summary>
internal sealed class FolderPattern
{
    internal const string NamePlace = "{name}";
    private readonly FolderMatcher _matcher;

    private FolderPattern(string text)
    {
        Text = text;
        _matcher = new(text);
        HasName = text.Contains(NamePlace, StringComparison.Ordinal);
        Literals = text.Replace(NamePlace, "", StringComparison.Ordinal).Count(letter => letter is not ('*' or '?'));
    }

    public string Text { get; }

    /// <summary>How many characters are spelled out: of two patterns that match one folder, the one that says more has it.</summary>
    public int Literals { get; }

    public bool HasName { get; }

    /// <summary>Whether the pattern can match any folder directly at the root, so that an empty match says nothing.</summary>
    public bool IsOpen => !Text.Contains('/', StringComparison.Ordinal) && Text.StartsWith(NamePlace, StringComparison.Ordinal);

    /// <param name="fault">What is wrong with the text, as the end of a sentence.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FolderPattern? pattern, [NotNullWhen(false)] out string? fault)
    {
        pattern = null;
        fault = FaultOf(text);
        if (fault is not null) return false;
        pattern = new(text);
        return true;
    }

    /// <returns>The unit's name when the folder matches, else null.</returns>
    public string? Match(string folder)
    {
        if (_matcher.Match(folder) is not { } name) return null;
        return HasName ? folder[name] : folder[(folder.LastIndexOf('/') + 1)..];
    }

    /// <summary>Whether some folder below this one could match.</summary>
    public bool CanMatchBelow(string folder)
    {
        var (wanted, given) = (Text.Split('/'), folder.Split('/'));
        for (var index = 0; index < given.Length; index++)
        {
            if (index < wanted.Length && wanted[index] == "**") return true;
            if (index >= wanted.Length - 1 || new FolderMatcher(wanted[index]).Match(given[index]) is null) return false;
        }
        return true;
    }

    private static string? FaultOf(string text)
    {
        if (text.Length == 0) return "is empty";
        if (text.Contains('\\', StringComparison.Ordinal)) return "has a backslash; paths here have forward slashes";
        if (text.Split('/').Any(segment => segment is "" or ".")) return "has an empty segment or a '.'";
        if (text.Split('/').Any(segment => segment.Contains("**", StringComparison.Ordinal) && segment != "**"))
            return "has '**' within a segment; it stands for whole segments";
        var rest = text.Replace(NamePlace, "", StringComparison.Ordinal);
        if (text.Length - rest.Length > NamePlace.Length) return "has {name} more than once";
        return rest.AsSpan().ContainsAny('{', '}') ? "has braces that are not {name}" : null;
    }
}
