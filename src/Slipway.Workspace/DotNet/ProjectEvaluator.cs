using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Slipway.Workspace.DotNet;

/// <summary>
/// Evaluates project files to what the platform needs of them. The one seam of the .NET graph: a later implementation may answer
/// from a cache keyed by the ids of project files and imports, and ask MSBuild (about 49 ms a project) only for the rest.
/// </summary>
internal static class ProjectEvaluator
{
    // MSBuild's process-wide state (environment variables, working folder) admits one graph at a time.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <param name="files">Absolute project files.</param>
    /// <returns>One entry for each file and for each existing project that those reference, ordinal order of files.</returns>
    public static async Task<ImmutableArray<EvaluatedProject>> EvaluateAsync(
        string root, IReadOnlyList<string> files, string configuration, CancellationToken cancel)
    {
        if (files.Count == 0) return [];
        await OneAtATime.WaitAsync(cancel);
        try
        {
            using var sdk = MSBuildAssemblies.Use(root);
            return await Task.Run(() => Load(files, configuration, cancel), cancel);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    // Kept apart, so that MSBuild's types are not looked for before the SDK is registered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ImmutableArray<EvaluatedProject> Load(IReadOnlyList<string> files, string configuration, CancellationToken cancel) =>
        StaticGraph.Load(files, configuration, cancel);
}
