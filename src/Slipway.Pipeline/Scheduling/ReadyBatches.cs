using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>
/// The batches that could run now, longest way first, and the limits that hold some of them back. Those with the same limits stand in one
/// line, so that a limit that is taken is looked at once and not for each of a thousand.
/// </summary>
internal sealed class ReadyBatches
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _capacities;
    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);

    /// <param name="batches">All that there will be: the smallest capacity that anyone gives a limit counts.</param>
    public ReadyBatches(IEnumerable<NodeBatch> batches) => _capacities = batches
        .SelectMany(batch => batch.Limits)
        .GroupBy(limit => limit.Name, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => Math.Max(1, same.Min(limit => limit.Capacity)), StringComparer.Ordinal);

    public void Add(NodeBatch batch)
    {
        var key = string.Join('\n', batch.Limits.Select(limit => $"{limit.Name} {ShareOf(limit)}"));
        if (!_lines.TryGetValue(key, out var line)) _lines.Add(key, line = new Line([.. batch.Limits.DistinctBy(limit => limit.Name)]));
        line.Waiting.Enqueue(batch, batch.Priority);
    }

    /// <summary>The batch to run next, with its limits taken; null where none can.</summary>
    /// <param name="mayPrecede">Whether something that is not ready yet may have to run before a batch of this priority.</param>
    public NodeBatch? Take(Func<(double, int, int), bool> mayPrecede)
    {
        var line = _lines.Values.Where(line => line.HasWork && line.Limits.All(IsFree)).MinBy(line => line.Head);
        if (line is null || mayPrecede(line.Head)) return null;
        foreach (var limit in line.Limits) _held[limit.Name] = Held(limit) + ShareOf(limit);
        return line.Waiting.Dequeue();
    }

    public void Release(NodeBatch batch)
    {
        foreach (var limit in batch.Limits.DistinctBy(limit => limit.Name)) _held[limit.Name] = Held(limit) - ShareOf(limit);
    }

    private bool IsFree(Limit limit) => Held(limit) + ShareOf(limit) <= _capacities[limit.Name];

    private int Held(Limit limit) => _held.GetValueOrDefault(limit.Name);

    private int ShareOf(Limit limit) => Math.Clamp(limit.Share, 1, _capacities[limit.Name]);

    private sealed class Line(IReadOnlyList<Limit> limits)
    {
        public IReadOnlyList<Limit> Limits { get; } = limits;

        public PriorityQueue<NodeBatch, (double, int, int)> Waiting { get; } = new();

        public (double, int, int) Head => Waiting.TryPeek(out _, out var priority) ? priority : default;

        // What a failure or a signal has answered meanwhile has no work left.
        public bool HasWork
        {
            get
            {
                while (Waiting.TryPeek(out var batch, out _) && !batch.Due.Any()) Waiting.Dequeue();
                return Waiting.Count > 0;
            }
        }
    }
}
