using System.Collections.Immutable;
using System.Reflection;
using Cake.Core.Graph;
using Cake.Frosting;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;

namespace Slipway.Frosting.Graph;

/// <summary>The whole task graph of a host, checked: every dependency exists, and there is no circle.</summary>
public sealed class TaskGraph
{
    private readonly Dictionary<Type, TaskNode> _byType;
    private readonly Dictionary<string, TaskNode> _byName;

    private readonly CakeGraph _cake;

    /// <param name="registered">The tasks in the order in which Cake is given them.</param>
    internal TaskGraph(ImmutableArray<TaskNode> registered)
    {
        Tasks = [.. registered.OrderBy(task => task.Name, StringComparer.OrdinalIgnoreCase)];
        _byType = registered.ToDictionary(task => task.Type);
        _byName = registered.ToDictionary(task => task.Name, StringComparer.OrdinalIgnoreCase);
        _cake = CakeGraphOf(registered);
    }

    /// <summary>Every task, by name.</summary>
    public ImmutableArray<TaskNode> Tasks { get; }

    public TaskNode? Find(string name) => _byName.GetValueOrDefault(name);

    public IEnumerable<TaskNode> DependenciesOf(TaskNode task) => task.DependsOn.Select(type => _byType[type]);

    /// <summary>Whether a task needs one of those named, on whatever way.</summary>
    internal bool Needs(TaskNode task, IReadOnlySet<string> names) =>
        DependenciesOf(task).Any(dependency => names.Contains(dependency.Name) || Needs(dependency, names));

    /// <summary>The targets and everything that they need, dependencies first; the targets alone where they are exclusive.</summary>
    public ImmutableArray<TaskNode> Order(IEnumerable<string> targets, bool exclusive)
    {
        var named = targets.Select(target => _byName[target]);
        if (exclusive) return [.. named.Distinct()];
        string[] names = [.. named.Select(task => task.Name)];
        var order = names is [var only] ? _cake.Traverse(only) : _cake.Traverse(names);
        return [.. order.Select(name => _byName[name])];
    }

    /// <summary>The stages among tasks in execution order, as steps of a plan. A task that is not a stage holds back all stages after it.</summary>
    public ImmutableArray<PlanStep> Steps(IEnumerable<TaskNode> order)
    {
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        var gates = ImmutableArray<string>.Empty;
        foreach (var task in order)
        {
            if (task.Stage is { } stage) steps.Add(new PlanStep(stage, [.. StagesBefore(task)]) { Gates = gates, Forgiving = task.Type.IsDefined(typeof(ContinueOnErrorAttribute), inherit: false) });
            else gates = gates.Add(task.Name);
        }
        return steps.ToImmutable();
    }

    // The nearest stages on every way back; tasks that are no stages are looked through.
    private IEnumerable<StageName> StagesBefore(TaskNode task) => DependenciesOf(task)
        .SelectMany(dependency => dependency.StageName is { } stage ? [stage] : StagesBefore(dependency))
        .Distinct();

    // Edge for edge as Cake's own builder does it: only so is Cake's order known before Cake runs.
    private CakeGraph CakeGraphOf(ImmutableArray<TaskNode> registered)
    {
        var graph = new CakeGraph();
        foreach (var task in registered) graph.Add(task.Name);
        foreach (var task in registered)
        {
            foreach (var needed in task.Type.GetCustomAttributes<IsDependentOnAttribute>()) graph.Connect(_byType[needed.Task].Name, task.Name);
            foreach (var needing in task.Type.GetCustomAttributes<IsDependeeOfAttribute>()) graph.Connect(task.Name, _byType[needing.Task].Name);
        }
        return graph;
    }
}
