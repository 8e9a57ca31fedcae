namespace Slipway.Boundaries.Copies;

/// <summary>The longest run of lines that two sources have in common.</summary>
/// <param name="Line">Where it begins in the one.</param>
/// <param name="OtherLine">Where it begins in the other.</param>
/// <param name="Count">Lines that say something.</param>
internal sealed record CommonBlock(int Line, int OtherLine, int Count)
{
    // A table of ones and zeros is not copied from anybody.
    private const int FewestDifferent = CodeMarks.Shortest / 2;

    /// <summary>Null where none is long enough, or says enough.</summary>
    public static CommonBlock? Of(List<CodeLine> one, List<CodeLine> other)
    {
        var starts = new Dictionary<ulong, int>();
        for (var at = 0; at + CodeMarks.Shortest <= one.Count; at++) starts.TryAdd(RunAt(one, at), at);
        CommonBlock? longest = null;
        for (var at = 0; at + CodeMarks.Shortest <= other.Count; at++)
        {
            if (!starts.TryGetValue(RunAt(other, at), out var start)) continue;
            var count = 0;
            while (start + count < one.Count && at + count < other.Count && one[start + count].Hash == other[at + count].Hash) count++;
            if (count >= CodeMarks.Shortest && count > (longest?.Count ?? 0) && Different(one, start, count) >= FewestDifferent) longest = new(one[start].Number, other[at].Number, count);
            // What has been compared need not be again.
            at += Math.Max(0, count - CodeMarks.Shortest);
        }
        return longest;
    }

    private static ulong RunAt(List<CodeLine> lines, int at)
    {
        var hash = 0UL;
        for (var next = at; next < at + CodeMarks.Shortest; next++) hash = (hash * 0x9E3779B97F4A7C15) + lines[next].Hash;
        return hash;
    }

    private static int Different(List<CodeLine> lines, int start, int count) => lines.Skip(start).Take(count).Select(line => line.Hash).Distinct().Count();
}
