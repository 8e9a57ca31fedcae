using Cake.Core;
using Cake.Core.Diagnostics;
using Slipway.Frosting.Hosting;
using Slipway.Model.Stages;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Frosting.Output;

/// <summary>
/// The table at the end. Cake would print the time that a task was awaited; a stage's own time is what its units took, wherever the
/// scheduler put them.
/// </summary>
internal sealed class ReportPrinter(HostSession session) : ICakeReportPrinter
{
    public void Write(CakeReport report)
    {
        var stages = session.Results.GroupBy(result => result.Node.Stage.ToString(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        var rows = report.Where(entry => entry.Category == CakeReportEntryCategory.Task).Select(entry => Row(entry, stages)).ToArray();
        if (rows.Length == 0) return;
        var width = Math.Max(5, rows.Max(row => row.Name.Length));
        session.Say();
        session.Say($"{"Task".PadRight(width)}  {"Time",9}  Result", "bold");
        foreach (var row in rows) session.Say($"{row.Name.PadRight(width)}  {row.Time,9}  {row.Result}", row.Style);
        foreach (var line in SkippedCheckPrinter.Lines(session.Results)) session.Say(line, "yellow");
    }

    public void WriteStep(string name, Verbosity verbosity) => Head(name, verbosity);

    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
        if (verbosity >= Verbosity.Diagnostic) Head(name, verbosity);
    }

    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
        if (verbosity >= Verbosity.Verbose) Head($"{name} (skipped)", verbosity);
    }

    private static void Head(string name, Verbosity verbosity)
    {
        if (verbosity < Verbosity.Minimal) return;
        Painter.Line();
        Painter.Line(name, "bold");
    }

    private (string Name, string Time, string Result, string? Style) Row(CakeReportEntry entry, Dictionary<string, NodeResult[]> stages)
    {
        if (stages.TryGetValue(entry.TaskName, out var results))
            return (entry.TaskName, Painter.Time(Longest(results)), Counts(results), results.Any(result => result.Failed) ? "red" : null);
        var word = entry.ExecutionStatus switch
        {
            CakeTaskExecutionStatus.Failed => "failed",
            CakeTaskExecutionStatus.Skipped => "skipped",
            // Cake comes to what has no body of its own, whatever became of what it needs.
            _ when session.KeptGoing.Holds(entry.TaskName) => "failed",
            _ => "succeeded",
        };
        return (entry.TaskName, Painter.Time(entry.Duration), word, word == "failed" ? "red" : null);
    }

    // Units of a batch share one execution, so the longest says more than the sum.
    private static TimeSpan Longest(NodeResult[] results) => results.Max(result => result.Duration);

    private static string Counts(NodeResult[] results)
    {
        var parts = new (string Word, NodeResult[] Of)[]
        {
            ("failed", [.. results.Where(result => result.Failed)]),
            ("passed", [.. results.Where(result => result.Result.Outcome is StageOutcome.Succeeded && !result.Replayed)]),
            ("replayed", [.. results.Where(result => result.Result.Outcome is StageOutcome.Succeeded && result.Replayed)]),
            ("skipped", [.. results.Where(result => result.Result.Outcome is StageOutcome.Skipped && !result.NotReached)]),
            ("not run", [.. results.Where(result => result.NotReached)]),
        };
        return string.Join(", ", parts.Where(part => part.Of.Length > 0).Select(part => $"{part.Of.Length} {part.Word}{Remarks(part.Of)}"));
    }

    private static string Remarks(NodeResult[] results)
    {
        var remarks = new (int Count, string Word)[]
        {
            (results.Count(result => !result.Result.SkippedChecks.IsEmpty), "in part"),
            (results.Count(result => result.Kept), "kept in the cache"),
        };
        var said = string.Join(", ", remarks.Where(remark => remark.Count > 0).Select(remark => $"{remark.Count} {remark.Word}"));
        return said is "" ? "" : $" ({said})";
    }
}
