using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Reports;

/// <summary>Tests as JUnit XML, one <c>testsuite</c> per test project, as the CI systems read it.</summary>
internal static class JUnitReport
{
    public static string Write(StageRecord record)
    {
        var suites = record.Result.Tests.GroupBy(test => test.Suite).OrderBy(suite => suite.Key, StringComparer.Ordinal);
        var root = new XElement("testsuites", Counts(record.Result.Tests), suites.Select(suite => Suite(record, suite.Key, [.. suite])));
        return new XDeclaration("1.0", "utf-8", null) + "\n" + root + "\n";
    }

    private static XElement Suite(StageRecord record, string name, IReadOnlyList<TestCase> tests) => new(
        "testsuite",
        new XAttribute("name", $"{record.Unit} {Printable(name)}"),
        new XAttribute("timestamp", record.ExecutedAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
        Counts(tests),
        Properties(record.Result.SkippedChecks),
        tests.Select(test => Case(name, test)));

    private static XElement? Properties(IReadOnlyCollection<SkippedCheck> checks) => checks.Count == 0 ? null : new(
        "properties",
        checks.Select(check => new XElement("property", new XAttribute("name", $"skipped: {Printable(check.What)}"), new XAttribute("value", Printable(check.Why)))));

    private static IEnumerable<XAttribute> Counts(IReadOnlyList<TestCase> tests) =>
    [
        new("tests", tests.Count),
        new("failures", tests.Count(test => test.Outcome == TestOutcome.Failed)),
        new("errors", 0),
        new("skipped", tests.Count(test => test.Outcome == TestOutcome.Skipped)),
        new("time", Seconds(tests.Aggregate(TimeSpan.Zero, (sum, test) => sum + test.Duration))),
    ];

    private static XElement Case(string suite, TestCase test) => new(
        "testcase",
        new XAttribute("name", Printable(test.Name)),
        new XAttribute("classname", Printable(suite)),
        new XAttribute("time", Seconds(test.Duration)),
        test.File is null ? null : new XAttribute("file", test.File),
        test.Line is null ? null : new XAttribute("line", test.Line),
        test.Outcome switch
        {
            TestOutcome.Failed => new XElement("failure", new XAttribute("message", FirstLine(test.Message)), Printable(test.Message ?? "")),
            TestOutcome.Skipped => new XElement("skipped", new XAttribute("message", FirstLine(test.Message))),
            // As Maven's Surefire writes a test that failed and then passed: a testcase that passed, with what was wrong at first.
            TestOutcome.Flaky => new XElement(
                "flakyFailure", new XAttribute("message", FirstLine(test.Message)), new XElement("stackTrace", Printable(test.Message ?? ""))),
            _ => null,
        });

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static string FirstLine(string? text) => Printable((text ?? "").Split('\n')[0].TrimEnd('\r'));

    // XML 1.0 has no way to write control characters and half surrogate pairs, and tests print them.
    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune => IsXml(rune) ? rune : Rune.ReplacementChar));

    private static bool IsXml(Rune rune) => rune.Value is >= 0x20 and not (>= 0x7F and < 0xA0) and not (0xFFFE or 0xFFFF) or '\n' or '\t';
}
