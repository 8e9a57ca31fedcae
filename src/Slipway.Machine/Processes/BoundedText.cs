using System.Globalization;
using System.Text;

namespace Slipway.Machine.Processes;

/// <summary>Keeps a text whole up to a limit, and of a longer one its first half and its last half.</summary>
/// <param name="limit">In characters.</param>
internal sealed class BoundedText(int limit)
{
    private readonly int _half = Math.Max(1, limit / 2);
    private readonly StringBuilder _head = new();
    private readonly StringBuilder _tail = new();
    private readonly Lock _gate = new();
    private long _left;

    public bool Truncated
    {
        get
        {
            lock (_gate) return _left > 0;
        }
    }

    public void Append(ReadOnlySpan<char> chunk)
    {
        lock (_gate)
        {
            var first = Math.Min(chunk.Length, _half - _head.Length);
            _head.Append(chunk[..first]);
            _tail.Append(chunk[first..]);
            // Cut in large steps: removing from the front moves everything behind it.
            if (_tail.Length > _half * 2) Shorten();
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            if (_tail.Length > _half) Shorten();
            return _left == 0
                ? string.Concat(_head, _tail)
                : string.Create(CultureInfo.InvariantCulture, $"{_head}\n[... {_left} characters left out ...]\n{_tail}");
        }
    }

    private void Shorten()
    {
        var excess = _tail.Length - _half;
        _left += excess;
        _tail.Remove(0, excess);
    }
}
