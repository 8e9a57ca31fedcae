using System.Collections.Immutable;
using Cake.Frosting;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;

namespace Slipway.Frosting.Graph;

/// <summary>The whole task graph of a host, checked: every dependency exists, and there is no circle.</summary>
public sealed class TaskGraph
{
    private readonly Dictionary<Type, TaskNode> _byType;
    private readonly Dictionary<string, TaskNode> _byName;

    internal TaskGraph(ImmutableArray<TaskNode> tasks)
    {
        Tasks = tasks;
        _byType = tasks.ToDictionary(task => task.Type);
        _byName = tasks.ToDictionary(task => task.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every task, by name.</summary>
    public ImmutableArray<TaskNode> Tasks { get; }

    public TaskNode? Find(string name) => _byName.GetValueOrDefault(name);

    public IEnumerable<TaskNode> DependenciesOf(TaskNode task) => task.DependsOn.Select(type => _byType[type]);

    /// <summary>The targets and everything that they need, dependencies first; the targets alone where they are exclusive.</summary>
    public ImmutableArray<TaskNode> Order(IEnumerable<string> targets, bool exclusive)
    {
        var named = targets.Select(target => _byName[target]);
        if (exclusive) return [.. named.Distinct()];
        var ordered = new List<TaskNode>();
        var seen = new HashSet<Type>();
        foreach (var target in named) Visit(target);
        return [.. ordered];

        void Visit(TaskNode task)
        {
            if (!seen.Add(task.Type)) return;
            foreach (var dependency in DependenciesOf(task)) Visit(dependency);
            ordered.Add(task);
        }
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
}
