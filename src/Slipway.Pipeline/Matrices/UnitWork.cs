using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Matrices;

/// <summary>Stages of one unit that a machine runs, with what comes before them.</summary>
internal sealed class UnitWork
{
    private readonly IReadOnlyDictionary<StageName, PlanNode> _nodes;
    private readonly Func<PlanNode, double> _expected;

    private UnitWork(UnitId unit, ImmutableArray<StageName> stages, IReadOnlyDictionary<StageName, PlanNode> nodes, Func<PlanNode, double> expected, bool whole)
    {
        (Unit, Stages, _nodes, _expected, IsWhole) = (unit, stages, nodes, expected, whole);
        Seconds = Needed(stages).Sum(stage => expected(nodes[stage]));
    }

    public UnitId Unit { get; }

    /// <summary>The last stages of every way: what comes before them is understood.</summary>
    public ImmutableArray<StageName> Stages { get; }

    /// <summary>Whether it is all that is to be done for the unit.</summary>
    public bool IsWhole { get; }

    public double Seconds { get; }

    /// <param name="nodes">Every node of the unit.</param>
    /// <param name="stages">Those that are to be done, in the order of the plan; not empty.</param>
    public static UnitWork Of(UnitId unit, IEnumerable<PlanNode> nodes, ImmutableArray<StageName> stages, Func<PlanNode, double> expected)
    {
        var all = new UnitWork(unit, stages, nodes.ToDictionary(node => node.Stage), expected, whole: true);
        return new(unit, [.. stages.Where(stage => !stages.Any(other => other != stage && all.Needed([other]).Contains(stage)))], all._nodes, expected, whole: true);
    }

    /// <summary>Two halves that take about as long as each other; null where there is only one stage.</summary>
    public (UnitWork, UnitWork)? Split()
    {
        if (Stages.Length < 2) return null;
        UnitWork first = With([]), second = With([]);
        foreach (var stage in Stages.OrderByDescending(stage => With([stage]).Seconds))
        {
            var (longer, other) = (first.With([.. first.Stages, stage]), second.With([.. second.Stages, stage]));
            if (longer.Seconds <= other.Seconds) first = longer;
            else second = other;
        }
        // Where all the time goes into what comes before, one half would have nothing.
        if (second.Stages.IsEmpty) (first, second) = (With(Stages[..1]), With(Stages[1..]));
        return (first.Ordered(this), second.Ordered(this));
    }

    private UnitWork With(ImmutableArray<StageName> stages) => new(Unit, stages, _nodes, _expected, whole: false);

    private UnitWork Ordered(UnitWork whole) => With([.. whole.Stages.Where(Stages.Contains)]);

    private HashSet<StageName> Needed(ImmutableArray<StageName> stages)
    {
        HashSet<StageName> needed = [];
        var open = new Stack<StageName>(stages);
        while (open.TryPop(out var stage))
        {
            if (!needed.Add(stage)) continue;
            foreach (var before in _nodes[stage].After) open.Push(before);
        }
        return needed;
    }
}
