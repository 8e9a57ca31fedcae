using System.Collections.Immutable;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;
using Slipway.Frosting.Output;
using Slipway.Pipeline.Plans;

namespace Slipway.Frosting.Hosting;

/// <summary>Prints the tasks in their order and the plan of their stages: the very object that a run executes. Runs nothing, writes nothing.</summary>
internal static class DryRun
{
    public static async Task PrintAsync(HostSettings settings, TaskGraph graph, HostArguments arguments)
    {
        var order = graph.Order(arguments.Targets, arguments.Exclusive);
        var steps = graph.Steps(order);
        Plan? plan = null;
        ImmutableHashSet<NodeKey> replays = [];
        if (!steps.IsEmpty)
        {
            await using var session = new HostSession(settings, graph, arguments);
            var prepared = await PreparedRun.MakeAsync(session, settings);
            foreach (var notice in prepared.Notices) Painter.Line(notice, "yellow");
            plan = prepared.Plan(steps);
            replays = Forecast.Replays(plan, prepared.Context, prepared.Options);
        }
        foreach (var line in PlanText.Lines(arguments.Targets, order, plan, replays)) Painter.Line(line);
    }
}
