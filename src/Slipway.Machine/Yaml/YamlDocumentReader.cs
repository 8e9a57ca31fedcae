using System.Text;
using Slipway.Machine.Files;
using YamlDotNet.Core;

namespace Slipway.Machine.Yaml;

/// <summary>
/// Reads one YAML file as configuration should be read: every node knows its place, everything that could surprise (tabs, aliases,
/// duplicate keys, several documents) is a problem, and hostile input costs neither time nor memory.
/// </summary>
public static class YamlDocumentReader
{
    private const int LargestFile = 1 << 20;
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; null, and at least one problem, when it holds no map that could be asked anything.</summary>
    /// <param name="root">The folder that messages are relative to.</param>
    /// <param name="relative">The file, relative to it.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static YamlMap? ReadFile(string root, string relative, YamlProblems problems)
    {
        var start = new YamlPlace(relative, 1, 1, problems);
        if (FileKind.Other(Path.Combine(root, relative)) is { } other)
        {
            start.Report(YamlCodes.Unreadable, $"This is not a regular file but {other}.", "put a file in its place");
            return null;
        }
        try
        {
            using var stream = File.OpenRead(Path.Combine(root, relative));
            if (stream.Length > LargestFile) return TooLarge(start, stream.Length);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return Read(relative, content, problems);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            start.Report(YamlCodes.Unreadable, $"The file cannot be read: {failure.Message}", "see that it exists, is a file, and may be read");
            return null;
        }
    }

    /// <summary>Reads bytes, which must be UTF-8; a byte order mark is passed over.</summary>
    public static YamlMap? Read(string path, ReadOnlySpan<byte> content, YamlProblems problems)
    {
        var start = new YamlPlace(path, 1, 1, problems);
        if (content.Length > LargestFile) return TooLarge(start, content.Length);
        if (content.StartsWith(Encoding.UTF8.Preamble)) content = content[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Read(path, _strict.GetString(content), problems);
        }
        catch (DecoderFallbackException failure)
        {
            var line = content[..failure.Index].Count((byte)'\n') + 1;
            (start with { Line = line }).Report(YamlCodes.NotUtf8, "The file is not UTF-8 text.", "save it as UTF-8");
            return null;
        }
    }

    /// <summary>Reads a text.</summary>
    public static YamlMap? Read(string path, string text, YamlProblems problems)
    {
        var before = problems.Count;
        var root = ReadNode(path, text, problems);
        if (root is YamlMap map) return map;
        if (root is not null) root.ReportType("The file", "a map of keys and values");
        else if (problems.Count == before) ReportEmpty(new(path, 1, 1, problems));
        return null;
    }

    /// <summary>Reads a text whose root may be a list or a scalar too; null when there is none, or with a problem.</summary>
    public static YamlNode? ReadNode(string path, string text, YamlProblems problems)
    {
        var start = new YamlPlace(path, 1, 1, problems);
        if (text.Length > LargestFile) return TooLarge(start, text.Length);
        if (ControlCharacters.Report(text, start)) return null;
        var tree = new YamlTree(path, problems);
        YamlNode? root;
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            root = tree.Build(parser);
        }
        catch (Exception failure)
        {
            // Any exception: on some broken texts the parser throws what it does not announce.
            var reached = parser.Current?.End ?? Mark.Empty;
            var (first, last, reason) = failure is YamlException known
                ? (known.Start, known.End, known.InnerException?.Message ?? known.Message)
                : (reached, reached, "a bracket, a quote or a colon is missing or too many.");
            // It stops on the line before the one that a tab spoils, or names one much earlier.
            if (!TabCheck.Report(text, tree.Texts, start, (int)Math.Max(last.Line, reached.Line) + 1)) ReportSyntax(first, reason, start);
            return null;
        }

        TabCheck.Report(text, tree.Texts, start, int.MaxValue);
        if (tree.GaveUp || root is null) return null;
        if (root is not YamlScalar { IsNull: true }) return root;
        ReportEmpty(start);
        return null;
    }

    private static YamlMap? TooLarge(YamlPlace start, long size)
    {
        start.Report(YamlCodes.TooLarge, $"The file has {size} bytes; at most {LargestFile} are read.", "split it, or move data elsewhere");
        return null;
    }

    private static void ReportEmpty(YamlPlace start) =>
        start.Report(YamlCodes.Syntax, "The file is empty.", "write its keys, or remove the file");

    private static void ReportSyntax(Mark place, string reason, YamlPlace start) =>
        (start with { Line = Math.Max(1, (int)place.Line), Column = Math.Max(1, (int)place.Column) })
            .Report(YamlCodes.Syntax, $"This is not valid YAML: {reason}", "check indentation, quotes and colons on this line and the one before");
}
