namespace Slipway.Machine.Processes;

/// <summary>The last lines of a program's output.</summary>
internal sealed class TailLines(int count)
{
    private const int LongestLine = 2_000;
    private readonly Queue<string> _lines = new(count + 1);
    private readonly Lock _gate = new();

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines.Enqueue(line.Length > LongestLine ? line[..LongestLine] + " ..." : line);
            if (_lines.Count > count) _lines.Dequeue();
        }
    }

    public override string ToString()
    {
        lock (_gate) return string.Join('\n', _lines);
    }
}
