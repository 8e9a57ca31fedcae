using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>The evaluations of one repository, as they were kept.</summary>
internal sealed record KeptEvaluations
{
    public static KeptEvaluations None { get; } = new();

    public ImmutableArray<Evaluation> Evaluations { get; init; } = [];

    /// <summary>
    /// Whether a project is evaluated with properties that another one sets for it (<c>AdditionalProperties</c>, <c>SetConfiguration</c>).
    /// Then what one says depends on who refers to it, and all of them stand or fall together.
    /// </summary>
    public bool Together { get; init; }

    /// <summary>Every file of the repository that was loaded when any of these was evaluated, and was there still when the last was.</summary>
    public ImmutableArray<string> Loaded { get; init; } = [];

    /// <summary>Those that say today what they said then, by file.</summary>
    public Dictionary<string, Evaluation> Standing(Answers answers)
    {
        var lapsed = Lapsed(answers);
        var vanished = Evaluations.Any(evaluation => evaluation.AsksExistence) && Loaded.Any(file => !File.Exists(file));
        return Evaluations
            .Where(evaluation => (lapsed.Count == 0 || !evaluation.Observed!.Value.Any(lapsed.Contains)) && !(vanished && evaluation.AsksExistence))
            .ToDictionary(evaluation => evaluation.Project.File, StringComparer.Ordinal);
    }

    // Evaluations share their observations: each is looked at once, and found again by its place in memory.
    private HashSet<Observation> Lapsed(Answers answers)
    {
        var observations = Evaluations.SelectMany(evaluation => evaluation.Observed!.Value).ToHashSet<Observation>(ReferenceEqualityComparer.Instance).ToArray();
        var lapsed = new ConcurrentBag<Observation>();
        Parallel.ForEach(observations, observation =>
        {
            if (!answers.Hold(observation)) lapsed.Add(observation);
        });
        return lapsed.ToHashSet<Observation>(ReferenceEqualityComparer.Instance);
    }
}
