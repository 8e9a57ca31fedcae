using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipway.Machine.Processes;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>Vitest, read as JUnit.</summary>
internal static partial class NodeTests
{
    public static async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var (result, first) = await RunAsync(context, [], cancellationToken);
        if (first is null)
            return StageResult.Failed($"vitest ended with exit code {result.ExitCode} and wrote no report") with { Notes = [result.Tail] };
        if (first.Value.IsEmpty)
            return TestVerdict.None(context, context.Unit.UnitTests, "add a file such as tests/example.test.ts, or say in unit.yaml why there is none: tests: { unit: none, reason: … }");
        var tests = await FlakyRetries.RunAsync(context, first.Value, async failing =>
        {
            (result, var again) = await RunAsync(context, Filter(failing), cancellationToken);
            return again ?? [];
        });
        var verdict = TestVerdict.Of(tests).WithExpired(context);
        // It can fail with every test green.
        return result.ExitCode != 0 && verdict.Outcome is StageOutcome.Succeeded
            ? verdict with { Outcome = StageOutcome.Fail($"vitest ended with exit code {result.ExitCode}"), Notes = [result.Tail] }
            : verdict;
    }

    private static async Task<(ProcessResult Process, ImmutableArray<TestCase>? Tests)> RunAsync(
        StageContext context, ImmutableArray<string> filter, CancellationToken cancellationToken)
    {
        var report = Path.Combine(context.Run.Paths.Work, "tests", context.Unit.Id.Folder, $"{context.Unit.Name.Lower}.{context.Stage}.junit.xml");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);
        File.Delete(report);
        var result = await NodeTools.RunAsync(
            context,
            "vitest",
            ["run", .. filter, "--passWithNoTests", "--reporter=default", "--reporter=junit", $"--outputFile.junit={report}"],
            cancellationToken);
        return (result, File.Exists(report) ? Read(context, report) : null);
    }

    // The report parts the names of suites and test by an angle bracket, the filter by a space.
    private static ImmutableArray<string> Filter(ImmutableArray<TestCase> tests)
    {
        var names = tests.Select(test => Special.Replace(test.Name, @"\$0").Replace(" > ", "( > | )", StringComparison.Ordinal));
        return [.. tests.Select(test => test.Suite).Distinct(), "-t", $"^\\s*({string.Join('|', names)})$"];
    }

    private static ImmutableArray<TestCase> Read(StageContext context, string report) =>
        [.. XDocument.Load(report).Descendants("testcase").Select(test => Case(context, test))];

    private static TestCase Case(StageContext context, XElement test)
    {
        var failure = test.Element("failure") ?? test.Element("error");
        var file = (string?)test.Attribute("classname");
        var frame = failure is null ? null : Frame.Matches(failure.Value).FirstOrDefault();
        return new TestCase
        {
            Name = (string?)test.Attribute("name") ?? "",
            Suite = file ?? "vitest",
            Outcome = failure is not null ? TestOutcome.Failed : test.Element("skipped") is not null ? TestOutcome.Skipped : TestOutcome.Passed,
            Duration = TimeSpan.FromSeconds((double?)test.Attribute("time") ?? 0),
            Message = failure?.Value,
            File = file is null ? null : context.Relative(Path.GetFullPath(Path.Combine(context.Folder, frame?.Groups["file"].Value ?? file))),
            Line = frame is null ? null : int.Parse(frame.Groups["line"].Value, CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex(@"[.*+?^${}()|\[\]\\/]", RegexOptions.CultureInvariant)]
    private static partial Regex Special { get; }

    [GeneratedRegex(@"❯ (?:\S+ )?(?<file>[^\s:()]+):(?<line>\d+):\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Frame { get; }
}
