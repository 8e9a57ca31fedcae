using System.Collections.Concurrent;
using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Evaluation.Context;
using Microsoft.Build.Exceptions;
using Microsoft.Build.Execution;
using Microsoft.Build.Graph;
using Slipway.Workspace.DotNet.Kept;

namespace Slipway.Workspace.DotNet;

/// <summary>
/// MSBuild's static graph over projects, in parallel. The graph drives (it follows references and splits target frameworks);
/// what each evaluation says is caught on its way, because the graph's own edges include transitive ones and are lost when
/// projects form a circle.
/// </summary>
internal sealed class StaticGraph
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<(ProjectInstance Instance, ObservingFileSystem? Asked)>> _instances = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _unreadable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _properties;
    private readonly Predicate<string> _isKept;
    private readonly EvaluationObserver? _observer;
    private readonly Action<string>? _evaluating;
    private volatile bool _together;

    private StaticGraph(string configuration, Predicate<string> isKept, EvaluationObserver? observer, Action<string>? evaluating)
    {
        // Without what packages bring along, a project says the same before its restore and after it.
        _properties = new(StringComparer.OrdinalIgnoreCase) { ["Configuration"] = configuration, ["ExcludeRestorePackageImports"] = "true" };
        _isKept = isKept;
        _observer = observer;
        _evaluating = evaluating;
    }

    /// <param name="files">Absolute.</param>
    /// <param name="configuration">MSBuild's, such as <c>Release</c>.</param>
    /// <param name="isKept">Projects that are not evaluated again, and behind which the graph ends.</param>
    /// <param name="observer">Notes on what evaluations rest; null notes nothing.</param>
    /// <param name="evaluating">Told of each file that is evaluated.</param>
    /// <param name="cancel">Ends it.</param>
    public static LoadedProjects Load(
        IReadOnlyList<string> files, string configuration, Predicate<string> isKept, EvaluationObserver? observer, Action<string>? evaluating,
        CancellationToken cancel)
    {
        var graph = new StaticGraph(configuration, isKept, observer, evaluating);
        using var collection = new ProjectCollection();
        try
        {
            _ = new ProjectGraph(
                files.Select(file => new ProjectGraphEntryPoint(file, graph._properties)), collection, graph.Evaluate,
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
        if (_isKept(file))
        {
            if (!IsPlain(properties)) _together = true;
            return StandIn(file, properties, collection);
        }
        try
        {
            _evaluating?.Invoke(file);
            var asked = _observer is null ? null : new ObservingFileSystem();
            var instance = ProjectInstance.FromFile(file, new()
            {
                GlobalProperties = properties,
                ProjectCollection = collection,
                EvaluationContext = asked is null ? null : EvaluationContext.Create(EvaluationContext.SharingPolicy.Shared, asked),
            });
            _instances.GetOrAdd(file, _ => []).Add((instance, asked));
            return instance;
        }
        catch (InvalidProjectFileException bad)
        {
            _unreadable.TryAdd(file, OneLine(bad));
            return StandIn(file, properties, collection);
        }
    }

    // The whole graph fails with one project unless something stands in for it.
    private static ProjectInstance StandIn(string file, Dictionary<string, string> properties, ProjectCollection collection) =>
        new(ProjectRootElement.Create(file), properties, toolsVersion: null, collection);

    private LoadedProjects Projects() => new()
    {
        Evaluations =
        [
            .. _instances.Where(pair => !_unreadable.ContainsKey(pair.Key)).AsParallel().Select(pair => Read(pair.Key, [.. pair.Value]))
                .Concat(_unreadable.AsParallel().Select(pair => new Evaluation { Project = new() { File = pair.Key, Unreadable = pair.Value } }))
                .OrderBy(evaluation => evaluation.Project.File, StringComparer.Ordinal),
        ],
        AreTogether = _together || _instances.Values.Any(evaluations => !ArePlain([.. evaluations.Select(pair => pair.Instance)])),
        Files = [.. _observer?.Files ?? []],
    };

    private Evaluation Read(string file, List<(ProjectInstance Instance, ObservingFileSystem? Asked)> evaluations)
    {
        var instances = evaluations.ConvertAll(pair => pair.Instance);
        var asked = evaluations.Select(pair => pair.Asked).OfType<ObservingFileSystem>().ToList();
        var project = EvaluationReader.Read(file, instances, asked is [var first, ..] ? first.FileExists : File.Exists, _observer?.Ignored(file) ?? []);
        return _observer?.Observe(project, instances, asked) ?? new() { Project = project };
    }

    // Several target frameworks are evaluated once for each, by a project's own word.
    private bool ArePlain(List<ProjectInstance> instances)
    {
        var frameworks = instances.Where(instance => !instance.GlobalProperties.ContainsKey("TargetFramework"))
            .SelectMany(instance => instance.GetPropertyValue("TargetFrameworks").Split(';', StringSplitOptions.TrimEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return instances.TrueForAll(instance => IsPlain(instance.GlobalProperties
            .Where(property => property.Key != "TargetFramework" || !frameworks.Contains(property.Value))));
    }

    private bool IsPlain(IEnumerable<KeyValuePair<string, string>> properties)
    {
        var own = properties.Where(property => property.Key != "IsGraphBuild").ToList();
        return own.Count == _properties.Count && own.TrueForAll(property => _properties.TryGetValue(property.Key, out var value) && value == property.Value);
    }

    private static string OneLine(InvalidProjectFileException bad)
    {
        var text = string.Join(' ', bad.BaseMessage.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return bad.LineNumber > 0 ? $"line {bad.LineNumber}: {text}" : text;
    }
}
