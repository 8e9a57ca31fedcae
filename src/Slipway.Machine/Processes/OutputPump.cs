using System.Text;

namespace Slipway.Machine.Processes;

/// <summary>Reads one stream to its end, keeping its text and cutting it into lines.</summary>
internal static class OutputPump
{
    // A program may write megabytes without a line end: then the line is cut here.
    private const int LongestLine = 32_768;

    public static async Task RunAsync(StreamReader reader, BoundedText text, Action<string> onLine)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        int count;
        while ((count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            text.Append(buffer.AsSpan(0, count));
            Cut(buffer.AsSpan(0, count), line, onLine);
        }
        if (line.Length > 0) Emit(line, onLine);
    }

    private static void Cut(ReadOnlySpan<char> chunk, StringBuilder line, Action<string> onLine)
    {
        while (chunk.Length > 0)
        {
            var end = chunk.IndexOf('\n');
            var take = Math.Min(end < 0 ? chunk.Length : end, LongestLine - line.Length);
            line.Append(chunk[..take]);
            var ended = take == end;
            if (ended || line.Length == LongestLine) Emit(line, onLine);
            chunk = chunk[(ended ? take + 1 : take)..];
        }
    }

    private static void Emit(StringBuilder line, Action<string> onLine)
    {
        if (line.Length > 0 && line[^1] == '\r') line.Length--;
        onLine(line.ToString());
        line.Clear();
    }
}
