using Slipway.Frosting.Graph;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Hosting;

/// <summary>
/// The stages that failed while the run kept going. Their tasks end as if they had passed, so that Cake comes to the next one; a task that
/// is no stage and needs one of them does not run, and fails with all of it.
/// </summary>
internal sealed class KeptGoing(TaskGraph graph)
{
    private readonly HashSet<string> _tasks = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Exception> _failures = [];

    /// <summary>All failures as one, the worst of them first; null where nothing failed.</summary>
    public Exception? Failure =>
        _failures.OfType<StageBugException>().FirstOrDefault()
        ?? (Exception?)Joined<BadInputException>(problems => new BadInputException(problems))
        ?? Joined<KnownFailureException>(problems => new KnownFailureException(problems));

    public void Add(string task, Exception failure)
    {
        _tasks.Add(task);
        _failures.Add(failure);
    }

    /// <exception cref="SlipwayException">The task is no stage and needs a stage that failed.</exception>
    public void ThrowFor(string task)
    {
        if (Failure is { } failure && Holds(task)) throw failure;
    }

    /// <summary>Whether a task that is no stage needs a stage that failed.</summary>
    public bool Holds(string task) => graph.Find(task) is { Stage: null } node && graph.Needs(node, _tasks);

    private T? Joined<T>(Func<IReadOnlyList<Problem>, T> join)
        where T : SlipwayException
    {
        Problem[] problems = [.. _failures.OfType<T>().SelectMany(failure => failure.Problems).Distinct()];
        return problems.Length == 0 ? null : join(problems);
    }
}
