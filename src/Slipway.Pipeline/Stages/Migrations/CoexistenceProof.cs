using System.Collections.Immutable;
using Slipway.Migrations;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Package;
using Slipway.Pipeline.Stages.Tests;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>
/// Runs the integration tests of the last release on its database once today's bundle has migrated it, while today's run on the same: no model
/// knows what hand-written SQL does. Then the last release's once more, over the rows that today's code has left.
/// </summary>
internal sealed class CoexistenceProof(StageContext context, LastRelease last, MigrationSet today, ScratchDatabases databases)
{
    private const string Check = "released-tests";

    private string Version => last.Version;

    /// <summary>The result of the cheaper checks with what is found here put to it.</summary>
    /// <exception cref="KnownFailureException">A test program told nothing, or what lies there is not what was released.</exception>
    public async Task<StageResult> AddToAsync(StageResult result, CancellationToken cancellation)
    {
        using var released = new ReleasedTests(context, last);
        if (released.Programs.IsEmpty) return Skipped(result, $"{Version} was released without integration tests");
        ImmutableArray<TestProgram> todays = [.. TestParts.Of(context.Unit).Select(project => TestProgram.Of(context, project))];

        var upgraded = new SharedDatabase(context, databases, CompatibilityProof.Upgraded);
        var (beside, others) = await upgraded.RunAsync((released.Programs, "released"), (todays, "today"), cancellation);
        var sessions = await upgraded.SessionsAsync(cancellation);
        var after = await upgraded.RunAsync(released.Programs, "released-again", cancellation);
        if (!await upgraded.WasUsedSinceAsync(sessions, cancellation))
            return Skipped(result, $"the integration tests of {Version} do not use the database that {IntegrationTestStage.GivenDatabaseVariable} gives them");

        var old = beside.And(after);
        var own = old.Failed.Any() || others.Failed.Any() ? await OnTheirOwnSchemaAsync(released.Programs, cancellation) : TestRun.Nothing;
        var said = ServerErrors.In(old.And(others)).Except(ServerErrors.In(own));
        var failed = old.Failed.DistinctBy(Key).OrderBy(test => test.Name, StringComparer.Ordinal).ToLookup(test => own.Failed.Any(other => Key(other) == Key(test)));
        ImmutableArray<Finding> found = [.. failed[false].Select(test => Released(test, said)), .. others.Failed.Select(test => Todays(test, said))];
        var judged = Verdict.Of([.. result.Findings, .. found], warningsFail: false).With(Check, after.Passed) with
        {
            Notes = [.. result.Notes, Told(after, others)],
            SkippedChecks = result.SkippedChecks,
        };
        if (failed[true].Any()) judged = Skipped(judged, $"of {Version}, these fail on their own schema too while others write beside them: {string.Join(", ", failed[true].Select(test => test.Name))}");
        return after.Passed > 0 || !found.IsEmpty ? judged : Skipped(judged, $"no integration test of {Version} passed on a database that it was given");
    }

    // In the same company, so that what cannot bear any is not taken for what the schema breaks.
    private async Task<TestRun> OnTheirOwnSchemaAsync(ImmutableArray<TestProgram> programs, CancellationToken cancellation)
    {
        var alone = new SharedDatabase(context, databases, CompatibilityProof.Released);
        var (one, other) = await alone.RunAsync((programs, "own"), (programs, "own-beside"), cancellation);
        return one.And(other).And(await alone.RunAsync(programs, "own-again", cancellation));
    }

    private string Told(TestRun released, TestRun todays)
    {
        var leftOut = released.Tests.Count(test => test.Outcome == TestOutcome.Skipped);
        return $"{Verdict.Count(released.Passed, "integration test")} of {Version} passed on the new schema, beside {todays.Passed} of today's"
            + (leftOut == 0 ? "" : $"; {leftOut} need a database of their own and were left out");
    }

    private Finding Released(TestCase test, IEnumerable<string> said) => new()
    {
        Id = Codes.ReleasedTestFails,
        Severity = Severity.Error,
        Message = $"{test.Name}: this test of {context.Unit.Id} {Version} passes on its own schema and fails on the one that the migrations make{Said(said)}: {Reason(test)}",
        File = today.Migrations.LastOrDefault()?.File,
        Mend = $"keep what the code of {Version} uses, hand-written SQL too, until a release did without it and no live one needs it: expand first, contract later",
    };

    private Finding Todays(TestCase test, IEnumerable<string> said) => new()
    {
        Id = Codes.TodaysTestFails,
        Severity = Severity.Error,
        Message = $"{test.Name}: this test fails on the schema that the migrations make while the code of {Version} writes there too{Said(said)}: {Reason(test)}",
        File = test.File,
        Line = test.Line,
        Mend = $"let new code bear what {Version} writes. Where the test fails by itself too (--target=Integration), mend that first; where it counts rows that are not "
            + $"its own, let it look at its own only, or skip it where {IntegrationTestStage.GivenDatabaseVariable} is set",
    };

    private static string Said(IEnumerable<string> errors) => errors.Take(3).ToArray() is { Length: > 0 } some ? $" (PostgreSQL said {string.Join("; ", some)})" : "";

    // Without the stack, which is of the release's sources and not of those that lie here.
    private static string Reason(TestCase test) => string.Join(' ', (test.Message ?? "it gave no reason")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .TakeWhile(line => !line.StartsWith("at ", StringComparison.Ordinal))
        .Take(6));

    private static StageResult Skipped(StageResult result, string why) => result with { SkippedChecks = result.SkippedChecks.Add(new() { What = Check, Why = why }) };

    private static (string, string) Key(TestCase test) => (test.Suite, test.Name);
}
