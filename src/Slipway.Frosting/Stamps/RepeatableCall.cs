using System.Collections.Immutable;
using System.Reflection;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;
using Slipway.Frosting.Hosting;

namespace Slipway.Frosting.Stamps;

/// <summary>Whether a call is one whose answer may stand: it asks for nothing but stages, and for tasks that say they would do nothing again.</summary>
internal static class RepeatableCall
{
    /// <summary>What its tasks leave, absolute; null for a call that has to run every time.</summary>
    public static ImmutableArray<string>? Leaves(HostSettings settings, HostArguments arguments, TaskGraph graph)
    {
        if (!arguments.Replay || arguments.Exclusive || arguments.UpdateLocks || arguments.Continue || arguments.Since is not null || arguments.Vsa is not null) return null;
        // A pull request's CI looks at other commits too.
        if (PullRequestTarget.Find() is not null || !settings.EnvironmentFollowsRepository) return null;
        var tasks = graph.Order(arguments.Targets, exclusive: false).Where(task => task.Stage is null).ToArray();
        var said = tasks.Select(task => task.Type.GetCustomAttribute<IdempotentAttribute>(inherit: false)).OfType<IdempotentAttribute>().ToArray();
        return said.Length < tasks.Length ? null : [.. said.SelectMany(task => task.Leaves).Select(path => Path.GetFullPath(path, settings.Root))];
    }
}
