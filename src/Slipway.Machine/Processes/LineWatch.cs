namespace Slipway.Machine.Processes;

/// <summary>Lets others wait for a line, also when it came before they asked.</summary>
internal sealed class LineWatch(Action<string>? onLine)
{
    private const int Kept = 1_000;
    private readonly Queue<string> _lines = new();
    private readonly List<(Func<string, bool> Accepts, TaskCompletionSource<string> Found)> _waiting = [];
    private readonly Lock _gate = new();

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept) _lines.Dequeue();
            _waiting.RemoveAll(waiter => waiter.Accepts(line) && waiter.Found.TrySetResult(line));
        }
        onLine?.Invoke(line);
    }

    public Task<string> FirstAsync(Func<string, bool> accepts)
    {
        lock (_gate)
        {
            if (_lines.FirstOrDefault(accepts) is { } line) return Task.FromResult(line);
            var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((accepts, found));
            return found.Task;
        }
    }
}
