using System.Collections.Immutable;
using System.Text;
using Slipway.Model;
using Slipway.Model.Stages;

namespace Slipway.Evidence.Gates;

/// <summary>What a statement says that a gate came to.</summary>
public sealed record GateClaim
{
    /// <summary>The stage.</summary>
    public required StageName Gate { get; init; }

    public required StageOutcome Outcome { get; init; }

    /// <summary>Digest over every input of the stage.</summary>
    public required Digest Inputs { get; init; }

    /// <summary>Digest of the stage's options; null where that is not known.</summary>
    public Digest? Options { get; init; }

    /// <summary>The builder that really executed it; null where nothing was executed, or nobody said.</summary>
    public string? ExecutedBy { get; init; }

    /// <summary>When it was really executed, UTC, whole seconds; null where nothing was executed.</summary>
    public DateTimeOffset? ExecutedAt { get; init; }

    /// <summary>The run that really executed it; null where nothing was executed.</summary>
    public Guid? ExecutedIn { get; init; }

    /// <summary>Whether an earlier run's record stood for it when it was signed.</summary>
    public bool Replayed { get; init; }

    /// <summary>Counts and measures, by name.</summary>
    public ImmutableSortedDictionary<string, double> Numbers { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Full names, ordinal order. A name that several suites have stands here for each.</summary>
    public ImmutableArray<string> PassedTests { get; init; } = [];

    /// <summary>Those that are declared flaky and passed when they were run again.</summary>
    public ImmutableArray<string> WarnedTests { get; init; } = [];

    public ImmutableArray<string> FailedTests { get; init; } = [];

    /// <summary>What it could not look at. With any, its success is one in part.</summary>
    public ImmutableArray<SkippedCheck> SkippedChecks { get; init; } = [];

    /// <summary>Whether it succeeded, and looked at all that it should.</summary>
    public bool Passed => Outcome is StageOutcome.Succeeded && SkippedChecks.IsEmpty;

    /// <summary>in-toto's word: <c>PASSED</c>, <c>WARNED</c> for a pass in part and for a gate that was skipped, or <c>FAILED</c>.</summary>
    public string Result => Outcome.Match(() => SkippedChecks.IsEmpty ? "PASSED" : "WARNED", _ => "FAILED", _ => "WARNED");

    /// <summary>The same for people, to whom a pass in part and a gate that was skipped are two things.</summary>
    public string Word => Outcome.Match(() => SkippedChecks.IsEmpty ? "passed" : "passed in part", _ => "failed", _ => "skipped");

    /// <summary>What a stage's record says.</summary>
    /// <param name="record">Of the real execution.</param>
    /// <param name="options">The stage's options; null where they are not known.</param>
    /// <param name="replayed">Whether the record is that of an earlier run.</param>
    public static GateClaim Of(StageRecord record, string? options, bool replayed) => Of(record.Stage, record.Fingerprint, record.Result, options) with
    {
        ExecutedBy = record.Builder,
        ExecutedAt = Rfc3339.Whole(record.ExecutedAt),
        ExecutedIn = record.Invocation,
        Replayed = replayed,
    };

    /// <summary>What is to be said of a gate of which nothing was executed.</summary>
    public static GateClaim Of(StageName gate, Digest inputs, StageResult result, string? options) => new()
    {
        Gate = gate,
        Outcome = result.Outcome.Match(() => StageOutcome.Success, why => StageOutcome.Fail(Plain(why)), why => StageOutcome.Skip(Plain(why))),
        Inputs = inputs,
        Options = options is null ? null : Digest.Of(options),
        Numbers = result.Numbers.Where(number => double.IsFinite(number.Value)).ToImmutableSortedDictionary(StringComparer.Ordinal),
        PassedTests = Names(result, TestOutcome.Passed),
        WarnedTests = Names(result, TestOutcome.Flaky),
        FailedTests = Names(result, TestOutcome.Failed),
        SkippedChecks = [.. result.SkippedChecks.Select(check => new SkippedCheck { What = Plain(check.What), Why = Plain(check.Why) })],
    };

    private static ImmutableArray<string> Names(StageResult result, TestOutcome outcome) =>
        [.. result.Tests.Where(test => test.Outcome == outcome).Select(test => Plain(test.Name)).Order(StringComparer.Ordinal)];

    // Tools may write half of a surrogate pair, which no JSON of ours can hold.
    private static string Plain(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
