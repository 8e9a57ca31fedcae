namespace Slipway.Pipeline.Stages;

/// <summary>The lines that a stage writes for one unit, kept until its task prints them, then followed live.</summary>
public sealed class StageLog
{
    private const int Kept = 5_000;
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = [];
    private int _dropped;

    public void Write(string line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count <= Kept) return;
            _lines.Dequeue();
            _dropped++;
        }
    }

    /// <summary>Takes every line that nobody has taken yet.</summary>
    public IReadOnlyList<string> Drain()
    {
        lock (_lock)
        {
            List<string> lines = _dropped == 0 ? [] : [$"… {_dropped} earlier lines left out …"];
            lines.AddRange(_lines);
            _lines.Clear();
            _dropped = 0;
            return lines;
        }
    }
}
