using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Scheduling;

/// <summary>A plan's nodes with their edges, batches and weights.</summary>
internal sealed class NodeGraph
{
    private readonly Dictionary<StageName, int> _orders;
    private readonly ImmutableArray<NodeState>[] _byOrder;

    /// <param name="expected">How many seconds a node is expected to take; zero for one that will not run.</param>
    public NodeGraph(Plan plan, Func<PlanNode, double> expected)
    {
        _orders = plan.Steps.Select((step, order) => (step.Name, order)).ToDictionary(pair => pair.Name, pair => pair.order);
        Nodes = Connect(States(plan));
        Weigh(expected);
        var byOrder = Nodes.ToLookup(node => node.Order);
        _byOrder = [.. Enumerable.Range(0, plan.Steps.Length).Select(order => byOrder[order].ToImmutableArray())];
    }

    /// <summary>In the plan's order: predecessors first.</summary>
    public ImmutableArray<NodeState> Nodes { get; }

    public IEnumerable<NodeBatch> Batches => Nodes.Select(node => node.Batch).Distinct();

    public ImmutableArray<NodeState> Of(StageName stage) => _orders.TryGetValue(stage, out var order) ? _byOrder[order] : [];

    public ImmutableArray<NodeState> Of(int order) => _byOrder[order];

    private ImmutableArray<NodeState> States(Plan plan)
    {
        var units = plan.Units.ToDictionary(unit => unit.Id);
        var batches = new Dictionary<(int Order, string Key), NodeBatch>();
        var states = ImmutableArray.CreateBuilder<NodeState>(plan.Nodes.Length);
        foreach (var node in plan.Nodes)
        {
            var order = _orders[node.Stage];
            var stage = plan.Steps[order].Stage;
            var unit = units[node.Unit];
            var key = (order, stage.BatchKey(unit));
            if (!batches.TryGetValue(key, out var batch))
                batches.Add(key, batch = new NodeBatch(plan.Steps[order], order, batches.Count, stage.LimitsOf(unit)));
            var state = new NodeState(node, batch);
            batch.Add(state);
            states.Add(state);
        }
        return states.MoveToImmutable();
    }

    private static ImmutableArray<NodeState> Connect(ImmutableArray<NodeState> states)
    {
        var byKey = states.ToDictionary(state => state.Node.Key);
        var after = states.ToDictionary(state => state, _ => ImmutableArray.CreateBuilder<NodeState>());
        foreach (var state in states)
        {
            state.Before = [.. state.Node.After.Distinct().Select(stage => byKey[new NodeKey(state.Node.Unit, stage)])];
            state.Waiting = state.Before.Length;
            foreach (var before in state.Before) after[before].Add(state);
        }
        foreach (var state in states) state.After = after[state].ToImmutable();
        return states;
    }

    // A way through a node that goes with others takes as long as all of them.
    private void Weigh(Func<PlanNode, double> expected)
    {
        var seconds = Nodes.ToDictionary(node => node, node => expected(node.Node));
        var together = Batches.ToDictionary(batch => batch, batch => batch.Nodes.Sum(node => seconds[node]));
        foreach (var node in Nodes.Reverse())
        {
            var longest = node.After.IsEmpty ? 0 : node.After.Max(after => after.Weight);
            node.Weight = (seconds[node] > 0 ? together[node.Batch] : 0) + longest;
        }
    }
}
