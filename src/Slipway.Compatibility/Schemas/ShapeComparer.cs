using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.Schemas;

/// <summary>Finds every difference between two schemas, each pair of places once, so that recursive schemas end.</summary>
/// <param name="audience">Who is on the other side: senders do not see what is read only, receivers not what is write only.</param>
internal sealed class ShapeComparer(Audience audience)
{
    private const int Deepest = 200;

    private readonly HashSet<(string, string)> _seen = [];
    private readonly List<SchemaDifference> _found = [];
    private int _depth;

    public IReadOnlyList<SchemaDifference> Found => _found;

    /// <param name="before">Null for a schema that lets everything through.</param>
    /// <param name="after">The same, today.</param>
    /// <param name="name">What messages call it.</param>
    public void Compare(Spot? before, Spot? after, string name)
    {
        if (before is null && after is null) return;
        if (_depth >= Deepest) throw (after ?? before)!.Value.Document.Fault((after ?? before)!.Value, $"nests schemas deeper than {Deepest}");
        var pointer = (after ?? before)!.Value.Pointer;
        var old = before is { } then ? ShapeReader.Read(then) : ShapeReader.Anything(pointer);
        var now = after is { } today ? ShapeReader.Read(today) : ShapeReader.Anything(pointer);
        if (!_seen.Add((old.Pointer, now.Pointer))) return;
        _depth++;
        Compare(old, now, name);
        _depth--;
    }

    private void Compare(Shape old, Shape now, string name)
    {
        void Report(SchemaChange kind, string what, string? pointer = null) => _found.Add(new(kind, pointer ?? now.Pointer, what));

        if (AlternativeComparison.Applies(old, now))
        {
            AlternativeComparison.Compare(old, now, name, Report, Compare);
        }
        else
        {
            ValueComparison.Compare(old, now, name, Report);
            if (!old.Types.Intersect(now.Types).IsEmpty) LimitComparison.Compare(old, now, name, Report);
        }
        if (old.Types.Contains("object") && now.Types.Contains("object")) PropertyComparison.Compare(old, now, name, audience, Report, Compare);
        if (old.Types.Contains("array") && now.Types.Contains("array")) Compare(old.Element, now.Element, $"an element of {name}");
    }
}
