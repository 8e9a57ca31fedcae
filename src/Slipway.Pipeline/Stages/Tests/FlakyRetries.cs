using System.Collections.Immutable;
using System.Globalization;
using System.IO.Enumeration;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>
/// Runs failed tests again that <c>unit.yaml</c> declares flaky, and no other. One that passes then counts as passed and is reported as
/// flaky. A declaration whose day has passed allows nothing any longer.
/// </summary>
internal static class FlakyRetries
{
    /// <param name="rerun">Runs these tests again, and may run others with them.</param>
    public static async Task<ImmutableArray<TestCase>> RunAsync(
        StageContext context, ImmutableArray<TestCase> tests, Func<ImmutableArray<TestCase>, Task<ImmutableArray<TestCase>>> rerun)
    {
        for (var retry = 1; ; retry++)
        {
            ImmutableArray<TestCase> failing = [.. tests.Where(test => test.Outcome == TestOutcome.Failed && Allowed(context, test) >= retry)];
            if (failing.IsEmpty) return tests;
            context.Log.Write($"{Verdict.Count(failing.Length, "test")} declared flaky failed; run again, {retry} of at most {failing.Max(test => Allowed(context, test))}");
            var again = (await rerun(failing)).ToLookup(Key);
            tests = [.. tests.Select(test => failing.Contains(test) ? Judge(test, retry, [.. again[Key(test)]]) : test)];
        }
    }

    /// <summary>What has to be said of declarations whose day has passed: an error where the test failed, and else a note.</summary>
    public static StageResult WithExpired(this StageResult result, StageContext context)
    {
        foreach (var flaky in context.Unit.FlakyTests.Where(flaky => flaky.Until < Today(context)))
        {
            var tests = result.Tests.Where(test => Names(flaky, test)).ToArray();
            var until = string.Create(CultureInfo.InvariantCulture, $"'{flaky.Test}' was declared flaky until {flaky.Until:yyyy-MM-dd} ({flaky.Reason})");
            if (tests.Any(test => test.Outcome == TestOutcome.Failed)) result = result with { Findings = result.Findings.Add(Expired(context, until)) };
            else if (tests.Length > 0) result = result with { Notes = result.Notes.Add($"{until}: remove it from unit.yaml") };
        }
        return result;
    }

    /// <summary>Whether a pass that needed a retry would still be given one.</summary>
    public static bool StillAllow(StageContext context, StageResult recorded) =>
        recorded.Tests.All(test => test.Outcome != TestOutcome.Flaky || Allowed(context, test) > 0);

    /// <summary>The declaration's pattern for a test; asked of tests that have one.</summary>
    public static string PatternOf(StageContext context, TestCase test) => context.Unit.FlakyTests.First(flaky => Names(flaky, test)).Test;

    /// <summary>The name without the arguments of a theory.</summary>
    public static string MethodOf(TestCase test) => test.Name.Split('(')[0];

    private static TestCase Judge(TestCase test, int retry, ImmutableArray<TestCase> again) => test with
    {
        Retries = retry,
        Outcome = !again.IsEmpty && again.All(one => one.Outcome == TestOutcome.Passed) ? TestOutcome.Flaky : TestOutcome.Failed,
    };

    private static int Allowed(StageContext context, TestCase test) => context.Unit.FlakyTests
        .Where(flaky => flaky.Until >= Today(context) && Names(flaky, test))
        .Select(flaky => flaky.Retries)
        .DefaultIfEmpty(0)
        .Max();

    private static bool Names(FlakyTest flaky, TestCase test) => Matches(flaky.Test, test.Name) || Matches(flaky.Test, MethodOf(test));

    // Only the star is special in a declaration; a name may hold anything else.
    private static bool Matches(string pattern, string name) => FileSystemName.MatchesSimpleExpression(
        pattern.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("?", "\\?", StringComparison.Ordinal), name, ignoreCase: false);

    private static DateOnly Today(StageContext context) => DateOnly.FromDateTime(context.Run.Time.GetUtcNow().UtcDateTime);

    private static (string, string) Key(TestCase test) => (test.Suite, test.Name);

    private static Finding Expired(StageContext context, string until) => new()
    {
        Id = Codes.FlakyExpired,
        Severity = Severity.Error,
        Message = $"{until}; that day has passed, so it was not run again.",
        File = $"{context.Unit.Root}/unit.yaml",
        Mend = "mend the test, or give the declaration a new day and a reason that is still true",
    };
}
