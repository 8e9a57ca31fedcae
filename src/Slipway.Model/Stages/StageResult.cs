using System.Collections.Immutable;

namespace Slipway.Model.Stages;

/// <summary>What one stage gave for one unit.</summary>
public sealed record StageResult
{
    public required StageOutcome Outcome { get; init; }

    public ImmutableArray<Finding> Findings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// What the same work found that later stages judge: of a compile, what it said of lint and boundaries, for a compiler speaks only when it
    /// runs. Null where there was no such work.
    /// </summary>
    public ImmutableArray<Finding>? PassedOn { get; init; }

    public ImmutableArray<TestCase> Tests { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Named counts and measures, such as <c>files</c> or <c>score</c>.</summary>
    public ImmutableSortedDictionary<string, double> Numbers { get; init => field = value ?? ImmutableSortedDictionary<string, double>.Empty; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Digests of what the stage wrote, by name, such as <c>release</c>.</summary>
    public ImmutableSortedDictionary<string, Digest> Outputs { get; init => field = value ?? ImmutableSortedDictionary<string, Digest>.Empty; } = ImmutableSortedDictionary<string, Digest>.Empty;

    /// <summary>Versions of the tools that did the work, by name.</summary>
    public ImmutableSortedDictionary<string, string> Tools { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the stage could not look at. With any, its success is one in part, and every table and report says so.</summary>
    public ImmutableArray<SkippedCheck> SkippedChecks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Further words for the reader, of one line or more: what a check has counted, the last output of a tool that failed.</summary>
    public ImmutableArray<string> Notes { get; init => field = value.IsDefault ? [] : value; } = [];

    public static StageResult Succeeded { get; } = new() { Outcome = StageOutcome.Success };

    public static StageResult Skipped(string reason) => new() { Outcome = StageOutcome.Skip(reason) };

    public static StageResult Failed(string reason) => new() { Outcome = StageOutcome.Fail(reason) };
}
