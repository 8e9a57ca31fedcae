using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Exceptions;
using Microsoft.Build.Execution;
using Microsoft.Build.Graph;

namespace Slipway.Workspace.DotNet;

/// <summary>
/// MSBuild's static graph over all projects, in parallel. The graph drives (it follows references and splits target frameworks);
/// what each evaluation says is caught on its way, because the graph's own edges include transitive ones and are lost when
/// projects form a circle.
/// </summary>
internal sealed class StaticGraph
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<ProjectInstance>> _instances = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _unreadable = new(StringComparer.Ordinal);

    public static ImmutableArray<EvaluatedProject> Load(IReadOnlyList<string> files, string configuration, CancellationToken cancel)
    {
        var graph = new StaticGraph();
        // Without what packages bring along, a project says the same before its restore and after it.
        var properties = new Dictionary<string, string> { ["Configuration"] = configuration, ["ExcludeRestorePackageImports"] = "true" };
        using var collection = new ProjectCollection();
        try
        {
            _ = new ProjectGraph(
                files.Select(file => new ProjectGraphEntryPoint(file, properties)), collection, graph.Evaluate,
                Environment.ProcessorCount, cancel);
        }
        catch (CircularDependencyException)
        {
            // Every project has been evaluated by now; the circle is found, with its whole path, among the units' edges.
        }
        return graph.Projects();
    }

    private ProjectInstance Evaluate(string file, Dictionary<string, string> properties, ProjectCollection collection)
    {
        try
        {
            var instance = ProjectInstance.FromFile(file, new() { GlobalProperties = properties, ProjectCollection = collection });
            _instances.GetOrAdd(file, _ => []).Add(instance);
            return instance;
        }
        catch (InvalidProjectFileException bad)
        {
            // The whole graph fails with one project unless something stands in for it.
            _unreadable.TryAdd(file, OneLine(bad));
            return new(ProjectRootElement.Create(file), properties, toolsVersion: null, collection);
        }
    }

    private ImmutableArray<EvaluatedProject> Projects() =>
    [
        .. _instances.Where(pair => !_unreadable.ContainsKey(pair.Key)).Select(pair => EvaluationReader.Read(pair.Key, pair.Value))
            .Concat(_unreadable.Select(pair => new EvaluatedProject { File = pair.Key, Unreadable = pair.Value }))
            .OrderBy(project => project.File, StringComparer.Ordinal),
    ];

    private static string OneLine(InvalidProjectFileException bad)
    {
        var text = string.Join(' ', bad.BaseMessage.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return bad.LineNumber > 0 ? $"line {bad.LineNumber}: {text}" : text;
    }
}
