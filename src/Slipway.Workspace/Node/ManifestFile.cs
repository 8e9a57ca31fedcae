using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Slipway.Machine.Files;
using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Node;

/// <summary>The bytes of one <c>package.json</c>, and the places in them.</summary>
internal sealed class ManifestFile(string path, YamlProblems problems)
{
    private const int LargestFile = 1 << 20;
    private byte[] _content = [];

    /// <summary>The file's JSON; null, and a problem, when it holds none.</summary>
    public PlacedJson? Read(string absolute)
    {
        if (!TryLoad(absolute)) return null;
        if (!Utf8.IsValid(_content))
        {
            Report(FirstInvalid(), YamlCodes.NotUtf8, "The file is not UTF-8 text.", "save it as UTF-8");
            return null;
        }
        if (_content.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            Report(0, Codes.BadManifest, "The file is empty.", "write at least { \"name\": \"...\", \"private\": true }, or remove the file");
            return null;
        }
        try
        {
            return PlacedJson.Read(_content);
        }
        catch (JsonException bad)
        {
            Report(OffsetOf(bad), Codes.BadManifest, $"This is not JSON: {Reason(bad)}", "check quotes, commas and brackets here and on the line before");
            return null;
        }
    }

    public void Report(int offset, string code, string message, string mend) => PlaceOf(offset).Report(code, message, mend);

    public YamlPlace PlaceOf(int offset)
    {
        var before = _content.AsSpan(0, Math.Min(offset, _content.Length));
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return new(path, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(line) + 1, problems);
    }

    private bool TryLoad(string absolute)
    {
        if (FileKind.Other(absolute) is { } other)
        {
            Report(0, YamlCodes.Unreadable, $"This is not a regular file but {other}.", "put a file in its place");
            return false;
        }
        try
        {
            using var stream = File.OpenRead(absolute);
            if (stream.Length > LargestFile)
            {
                Report(0, YamlCodes.TooLarge, $"The file has {stream.Length} bytes; at most {LargestFile} are read.", "move data elsewhere");
                return false;
            }
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            // npm passes over a byte order mark too.
            _content = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Report(0, YamlCodes.Unreadable, $"The file cannot be read: {failure.Message}", "see that it exists, is a file, and may be read");
            return false;
        }
    }

    private int FirstInvalid()
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(_content.AsSpan(valid), out _, out var length) == System.Buffers.OperationStatus.Done) valid += length;
        return valid;
    }

    private int OffsetOf(JsonException bad)
    {
        var start = 0;
        for (var line = bad.LineNumber ?? 0; line > 0; line--) start += _content.AsSpan(start).IndexOf((byte)'\n') + 1;
        return start + (int)(bad.BytePositionInLine ?? 0);
    }

    // The sentence without the place that the exception adds to it, counted from zero.
    private static string Reason(JsonException bad) => bad.Message.Split(" LineNumber:")[0].Split(" Change the reader options")[0];
}
