using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Frosting.Output;

/// <summary>Repeats every failure last and whole, where whoever scrolls to the end finds it.</summary>
internal static class FailurePrinter
{
    public static void Print(ImmutableArray<NodeResult> results, ShownPaths paths)
    {
        foreach (var result in results.Where(result => result.Failed))
        {
            Painter.Line();
            Painter.Line($"FAILED {result.Node.Unit} {result.Node.Stage}: {Reason(result)}", "red");
            foreach (var finding in result.Result.Findings.Where(finding => finding.Severity != Severity.Note)) Print(finding with { File = paths.Of(finding.File), Mend = paths.In(finding.Mend) });
            foreach (var test in result.Result.Tests.Where(test => test.Outcome == TestOutcome.Failed)) Print(test with { File = paths.Of(test.File) });
            foreach (var check in result.Result.SkippedChecks) Indented($"not done: {check}");
            foreach (var note in result.Result.Notes) Indented(note);
        }
    }

    private static string Reason(NodeResult result) => result.Result.Outcome.Match(() => "", reason => reason, reason => reason);

    private static void Print(Finding finding)
    {
        Painter.Line($"  {finding}");
        if (finding.Mend is { } mend) Painter.Line($"    mend: {mend}");
    }

    private static void Print(TestCase test)
    {
        var where = test.File is null ? "" : test.Line is null ? $"{test.File}: " : $"{test.File}({test.Line}): ";
        Painter.Line($"  {where}{test.Name}");
        if (test.Message is { } message) Indented(message, "    ");
    }

    private static void Indented(string text, string indent = "  ")
    {
        foreach (var line in text.Split('\n')) Painter.Line(indent + line.TrimEnd('\r'));
    }
}
