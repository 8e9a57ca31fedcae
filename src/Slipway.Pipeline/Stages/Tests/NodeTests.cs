using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>Vitest, read as JUnit.</summary>
internal static partial class NodeTests
{
    public static async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var report = Path.Combine(context.Run.Paths.Work, "tests", context.Unit.Id.Folder, $"{context.Unit.Name.Lower}.{context.Stage}.junit.xml");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);
        File.Delete(report);
        var result = await NodeTools.RunAsync(
            context, "vitest", ["run", "--passWithNoTests", "--reporter=default", "--reporter=junit", $"--outputFile.junit={report}"], cancellationToken);
        if (!File.Exists(report))
            return StageResult.Failed($"vitest ended with exit code {result.ExitCode} and wrote no report") with { Notes = [result.Tail] };
        var tests = Read(context, report);
        if (tests.IsEmpty)
            return TestVerdict.None(context, context.Unit.UnitTests, "add a file such as tests/example.test.ts, or say in unit.yaml why there is none: tests: { unit: none, reason: … }");
        var verdict = TestVerdict.Of(tests);
        return result.ExitCode != 0 && verdict.Outcome is StageOutcome.Succeeded
            ? verdict with { Outcome = StageOutcome.Fail($"vitest ended with exit code {result.ExitCode}"), Notes = [result.Tail] }
            : verdict;
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

    [GeneratedRegex(@"❯ (?:\S+ )?(?<file>[^\s:()]+):(?<line>\d+):\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Frame { get; }
}
