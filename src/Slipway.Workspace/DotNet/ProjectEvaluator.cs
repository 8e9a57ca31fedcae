using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.DotNet;

/// <summary>
/// Evaluates project files to what the platform needs of them: from the cache where nothing that could have a say has changed, else
/// with MSBuild, at about 49 ms a project.
/// </summary>
internal sealed class ProjectEvaluator(RepositoryTree tree, EvaluationCache? cache)
{
    // MSBuild's process-wide state (environment variables, working folder) admits one graph at a time.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Whether the same repository would be evaluated to the same again. Always true without a cache.</summary>
    public bool IsCertain { get; private set; } = true;

    /// <param name="paths">Project files, from the root.</param>
    /// <returns>One entry for each file and for each project that those reference, ordinal order of files.</returns>
    public async Task<ImmutableArray<EvaluatedProject>> EvaluateAsync(IReadOnlyList<string> paths, string configuration, CancellationToken cancel)
    {
        if (paths.Count == 0) return [];
        var key = cache is null ? null : await EvaluationKey.ReadAsync(tree, paths, configuration, cancel);
        if (key is not null && cache?.Find(key) is { } kept)
        {
            IsCertain &= key.CoversLinks(kept);
            return kept;
        }
        await OneAtATime.WaitAsync(cancel);
        try
        {
            using var sdk = MSBuildAssemblies.Use();
            var evaluated = await Task.Run(() => Load([.. paths.Select(tree.Absolute)], configuration, cancel), cancel);
            var complete = key?.Covers(evaluated) ?? false;
            evaluated = [.. evaluated.Select(WithoutSdk)];
            if (complete) cache!.Add(key!, evaluated);
            IsCertain &= key is null || (complete && key.CoversLinks(evaluated));
            return evaluated;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    // A hundred files each, the same for all.
    private EvaluatedProject WithoutSdk(EvaluatedProject project) =>
        project with { Imports = [.. project.Imports.Where(import => tree.Relative(import) is not null)] };

    // Kept apart, so that MSBuild's types are not looked for before the SDK is registered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ImmutableArray<EvaluatedProject> Load(IReadOnlyList<string> files, string configuration, CancellationToken cancel) =>
        StaticGraph.Load(files, configuration, cancel);
}
