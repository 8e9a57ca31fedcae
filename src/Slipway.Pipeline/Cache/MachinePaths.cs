using System.Collections.Immutable;
using System.Text;

namespace Slipway.Pipeline.Cache;

/// <summary>
/// The folders of this machine that a build writes into what it makes. An output that names one is of no use elsewhere: where it is a
/// document of JSON that tools read, the folder gives way to a mark, and the mark to a folder where it is put back; everywhere else it is
/// a reason not to keep the output.
/// </summary>
internal sealed class MachinePaths
{
    private const string Marks = "{slipway:";

    private readonly ImmutableArray<(byte[] Mark, byte[] Path)> _documents;
    private readonly ImmutableArray<(byte[] Mark, byte[] Path)> _texts;
    private readonly ImmutableArray<(string Folder, byte[] Text, byte[] Wide)> _forms;

    /// <param name="root">The platform's root, absolute.</param>
    /// <param name="packages">The folder of NuGet's packages, absolute, where it is known.</param>
    public MachinePaths(string root, string? packages = null)
    {
        (string Name, string Folder)[] folders = [("root", Trimmed(root)), .. packages is null ? [] : new[] { ("packages", Trimmed(packages)) }];
        // The longer first: one may lie in the other.
        var ordered = folders.OrderByDescending(folder => folder.Folder.Length).ToArray();
        _documents = [.. ordered.SelectMany(folder => Spellings(folder.Folder).Select(spelling =>
            (Encoding.UTF8.GetBytes($"\"{Marks}{folder.Name}{spelling.Suffix}}}"), Encoding.UTF8.GetBytes($"\"{spelling.Text}"))))];
        _texts = [.. ordered.Select(folder => (Encoding.UTF8.GetBytes($"{Marks}{folder.Name}}}"), Encoding.UTF8.GetBytes(folder.Folder)))];
        _forms = [.. ordered.SelectMany(folder => Spellings(folder.Folder).Select(spelling => spelling.Text).Append(folder.Folder).Distinct()
            .Select(text => (folder.Folder, Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text))))];
    }

    /// <summary>The first folder of this machine that the bytes name, or null.</summary>
    public string? NamedIn(ReadOnlySpan<byte> bytes)
    {
        // Where there is no text, what stands before a text may be its length.
        var isText = !bytes.Contains((byte)0);
        foreach (var (folder, text, wide) in _forms)
        {
            if (Find(bytes, text, isText) >= 0 || bytes.IndexOf(wide) >= 0) return folder;
        }
        return null;
    }

    /// <summary>The document with marks in place of the folders that its texts begin with.</summary>
    public byte[] Mark(byte[] document)
    {
        if (document.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Marks)) >= 0) return document;
        return _documents.Aggregate(document, (bytes, pair) => Replace(bytes, pair.Path, pair.Mark));
    }

    /// <summary>The document with this machine's folders in place of the marks.</summary>
    public byte[] Fill(byte[] document) => _documents.Aggregate(document, (bytes, pair) => Replace(bytes, pair.Mark, pair.Path));

    /// <summary>A text for people with marks in place of the folders, wherever it names one.</summary>
    public string MarkText(string text) => HasMarks(text) ? text : Replace(text, _texts.Select(pair => (pair.Path, pair.Mark)));

    /// <summary>A text for people with this machine's folders in place of the marks.</summary>
    public string FillText(string text) => Replace(text, _texts);

    /// <summary>Whether there is anything to fill.</summary>
    public static bool HasMarks(string text) => text.Contains(Marks, StringComparison.Ordinal);

    private static string Replace(string text, IEnumerable<(byte[] Text, byte[] By)> pairs) =>
        Encoding.UTF8.GetString(pairs.Aggregate(Encoding.UTF8.GetBytes(text), (bytes, pair) => Replace(bytes, pair.Text, pair.By)));

    private static string Trimmed(string folder) => Path.TrimEndingDirectorySeparator(folder);

    // As JSON may spell a path: the serializers of .NET differ in whether they escape a slash.
    private static IEnumerable<(string Suffix, string Text)> Spellings(string folder) => folder.Contains('\\', StringComparison.Ordinal)
        ? [("", folder.Replace("\\", @"\\", StringComparison.Ordinal))]
        : [("", folder), (@"\/", folder.Replace("/", @"\/", StringComparison.Ordinal))];

    private static byte[] Replace(byte[] bytes, byte[] text, byte[] by)
    {
        var rest = bytes.AsSpan();
        if (Find(rest, text) < 0) return bytes;
        using var result = new MemoryStream(bytes.Length);
        for (var at = Find(rest, text); at >= 0; at = Find(rest, text))
        {
            result.Write(rest[..at]);
            result.Write(by);
            rest = rest[(at + text.Length)..];
        }
        result.Write(rest);
        return result.ToArray();
    }

    // Only a whole name: /repo is not named where /repository or /my/repo stands.
    private static int Find(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text, bool looksBack = true)
    {
        for (var from = 0; bytes[from..].IndexOf(text) is >= 0 and var found; from += found + 1)
        {
            var at = from + found;
            if (!(looksBack && IsOfName(bytes, at - 1)) && !IsOfName(bytes, at + text.Length)) return at;
        }
        return -1;
    }

    private static bool IsOfName(ReadOnlySpan<byte> bytes, int at) =>
        at >= 0 && at < bytes.Length && (char.IsAsciiLetterOrDigit((char)bytes[at]) || bytes[at] is (byte)'_' or (byte)'-' or (byte)'.');
}
