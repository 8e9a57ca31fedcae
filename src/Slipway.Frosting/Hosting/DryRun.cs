using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;

namespace Slipway.Frosting.Hosting;

/// <summary>Prints the tasks in their order and the plan of their stages: the very object that a run executes. Runs nothing, writes nothing.</summary>
internal static class DryRun
{
    public static async Task PrintAsync(HostSettings settings, TaskGraph graph, HostArguments arguments)
    {
        var order = graph.Order(arguments.Targets, arguments.Exclusive);
        Console.WriteLine($"Performing dry run of {string.Join(", ", arguments.Targets)}:");
        for (var index = 0; index < order.Length; index++) Console.WriteLine($"  {index + 1}. {order[index].Name}");
        var steps = graph.Steps(order);
        if (steps.IsEmpty) return;

        await using var session = new HostSession(settings, graph, arguments);
        var (plan, context) = await RunFactory.DescribeAsync(session, settings, steps);
        await context.Resources.DisposeAsync();
        Console.WriteLine();
        Console.WriteLine($"Plan for the platform {plan.Platform.Name}, {plan.Units.Length} units:");
        foreach (var step in plan.Steps)
        {
            Console.WriteLine($"  {step.Name}{(step.After.IsEmpty ? "" : $"  (after {string.Join(", ", step.After)})")}");
            foreach (var node in plan.NodesOf(step.Name))
                Console.WriteLine($"    {node.Unit}{(node.SkipReason is null ? "" : $"  skipped: {node.SkipReason}")}");
        }
    }
}
