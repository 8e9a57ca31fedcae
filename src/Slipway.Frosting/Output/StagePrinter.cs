using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Scheduling;
using Spectre.Console;

namespace Slipway.Frosting.Output;

/// <summary>Prints a stage while it is awaited: a line for each unit as it ends, and who is still at work on a terminal.</summary>
internal sealed class StagePrinter
{
    /// <summary>Whether the lines that tools write are shown as they come.</summary>
    public bool Verbose { get; set; }

    public static void Line(string text) => Painter.Line(text, "yellow");

    public async Task<ImmutableArray<NodeResult>> FollowAsync(ImmutableArray<RunningNode> nodes)
    {
        if (nodes.IsEmpty) return [];
        using var group = new LogGroup(nodes[0].Node.Stage.ToString());
        var width = nodes.Max(node => node.Node.Unit.ToString().Length);
        var results = ImmutableArray.CreateBuilder<NodeResult>(nodes.Length);
        foreach (var node in nodes)
        {
            var result = await AwaitAsync(node, nodes);
            results.Add(result);
            Print(node, result, width);
        }
        return results.MoveToImmutable();
    }

    private async Task<NodeResult> AwaitAsync(RunningNode node, ImmutableArray<RunningNode> all)
    {
        if (node.Completion.IsCompleted) return await node.Completion;
        if (Verbose) return await TailAsync(node);
        if (!Painter.IsInteractive) return await node.Completion;
        return await AnsiConsole.Status().StartAsync($"{node.Node.Stage}", async status =>
        {
            while (!node.Completion.IsCompleted)
            {
                var waiting = all.Count(other => !other.Completion.IsCompleted);
                status.Status(Markup.Escape($"{node.Node.Stage}: {waiting} of {all.Length} units to go, now {node.Node.Unit}"));
                await Task.WhenAny(node.Completion, Task.Delay(TimeSpan.FromMilliseconds(250)));
            }
            return await node.Completion;
        });
    }

    private static async Task<NodeResult> TailAsync(RunningNode node)
    {
        while (true)
        {
            foreach (var line in node.Log.Drain()) Painter.Line($"    {line}", "grey");
            if (node.Completion.IsCompleted) return await node.Completion;
            await Task.WhenAny(node.Completion, Task.Delay(TimeSpan.FromMilliseconds(250)));
        }
    }

    private void Print(RunningNode node, NodeResult result, int width)
    {
        if (Verbose)
        {
            foreach (var line in node.Log.Drain()) Painter.Line($"    {line}", "grey");
        }
        var name = node.Node.Unit.ToString().PadRight(width);
        var (text, style) = result.Result.Outcome.Match<(string, string?)>(
            () => ($"{(result.Replayed ? Replayed(result) : Painter.Time(result.Duration))}{Tests(result)}{InPart(result)}", result.Replayed ? "grey" : "green"),
            reason => ($"FAILED: {reason}", "red"),
            reason => ($"{(result.NotReached ? "not run" : "skipped")}: {reason}", "grey"));
        Painter.Line($"  {name}  {text}", style);
        if (result.Failed || result.NotReached) return;
        foreach (var note in result.Result.Notes) Painter.Line($"  {new string(' ', width)}  {note}", "grey");
    }

    private static string Replayed(NodeResult result) => result switch
    {
        { Kept: true } => "replayed, outputs kept in the cache",
        { Duration.Ticks: > 0 } => $"replayed, outputs restored in {Painter.Time(result.Duration).Trim()}",
        _ => "replayed",
    };

    private static string InPart(NodeResult result) => result.Result.SkippedChecks is { IsEmpty: false } checks
        ? $", in part: without {string.Join(", ", checks.Select(check => check.What).Distinct())}"
        : "";

    private static string Tests(NodeResult result)
    {
        var tests = result.Result.Tests;
        if (tests.IsEmpty) return "";
        var skipped = tests.Count(test => test.Outcome == TestOutcome.Skipped);
        var flaky = tests.Count(test => test.Outcome == TestOutcome.Flaky);
        return $", {tests.Length - skipped} tests passed{(flaky == 0 ? "" : $", {flaky} flaky")}{(skipped == 0 ? "" : $", {skipped} skipped")}";
    }
}
