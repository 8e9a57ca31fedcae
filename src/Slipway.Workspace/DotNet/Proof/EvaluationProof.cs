using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Slipway.Machine.Yaml;
using Slipway.Workspace.Configuration;
using Slipway.Workspace.Discovery;
using Slipway.Workspace.DotNet.Kept;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.DotNet.Proof;

/// <summary>Holds what would be used of every .NET project against MSBuild, asked afresh.</summary>
public sealed record EvaluationProof
{
    /// <summary>How many .NET projects the platform has.</summary>
    public required int Projects { get; init; }

    /// <summary>How many of them would be used as they were kept, without MSBuild.</summary>
    public required int Kept { get; init; }

    /// <summary>By project, and for each in the order of its fields.</summary>
    public required ImmutableArray<EvaluationDifference> Differences { get; init; }

    /// <summary>Reads the projects as <see cref="WorkspaceReader"/> would and with MSBuild alone. Writes nothing.</summary>
    /// <param name="root">The platform's root.</param>
    /// <param name="cacheFolder">That of <see cref="WorkspaceOptions.CacheFolder"/>.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<EvaluationProof> MakeAsync(string root, string cacheFolder, CancellationToken cancel = default)
    {
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        var tree = TreeWalker.Walk(root, cancel);
        var platform = PlatformFileReader.Read(root, new YamlProblems());
        var paths = new UnitFinder(tree, platform.Layout, new YamlProblems(), new YamlProblems()).Find().DotNetProjects;

        var asked = new HashSet<string>(StringComparer.Ordinal);
        var used = await EvaluateAsync(new EvaluationStore(cacheFolder, tree.Root), Note);
        var fresh = await EvaluateAsync(store: null, evaluating: null);
        return new()
        {
            Projects = paths.Length,
            Kept = paths.Count(path => !asked.Contains(tree.Absolute(path))),
            Differences = [.. paths.SelectMany(path => Compare(path, used[tree.Absolute(path)], fresh[tree.Absolute(path)]))],
        };

        void Note(string file)
        {
            lock (asked) asked.Add(file);
        }

        async Task<Dictionary<string, EvaluatedProject>> EvaluateAsync(EvaluationStore? store, Action<string>? evaluating)
        {
            var standing = StandingEvaluations.ReadAsync(root, platform.Settings.Configuration, store, TimeProvider.System, listing: null, cancel);
            var evaluated = await new ProjectEvaluator(tree, standing, evaluating).EvaluateAsync(paths, cancel);
            return evaluated.ToDictionary(project => project.File, StringComparer.Ordinal);
        }
    }

    private static IEnumerable<EvaluationDifference> Compare(string path, EvaluatedProject used, EvaluatedProject fresh) =>
        Fields(used).Zip(Fields(fresh), (left, right) => new EvaluationDifference(path, left.Name, left.Value, right.Value))
            .Where(difference => difference.Used != difference.Fresh);

    private static IEnumerable<(string Name, string Value)> Fields(EvaluatedProject project) =>
    [
        Field(project.Unreadable),
        Field(project.AssemblyName),
        Field(project.TargetFramework),
        Field(project.OutputType),
        Field(project.IsTestProject?.ToString()),
        Field(project.IsHosted.ToString()),
        Field(project.Tests),
        Field(string.Join(' ', project.References)),
        Field(string.Join(' ', project.Packages)),
        Field(string.Join(' ', project.CentralPackages)),
        Field(project.PinsTransitively.ToString()),
        Field(string.Join(' ', project.Imports)),
        Field(string.Join(' ', project.Linked)),
        Field(string.Join(' ', project.Searches)),
        Field(string.Join(' ', project.Asked.Where(path => !ResolutionFiles.AreMSBuild(path) || !Path.Exists(path)))),
        Field(string.Join(' ', project.Extensions)),
        Field(project.IsBlind.ToString()),
        Field(string.Join(' ', project.Variables)),
        Field(project.LockFile),
    ];

    // Named as the compiler sees it: project.References is References.
    private static (string Name, string Value) Field(string? value, [CallerArgumentExpression(nameof(value))] string said = "") =>
        (said[(said.IndexOf("project.", StringComparison.Ordinal) + "project.".Length)..].Split('.', '?', ')')[0], value ?? "");
}
