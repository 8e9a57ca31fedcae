using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Slipway.Workspace.Discovery;
using Slipway.Workspace.DotNet.Kept;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.DotNet;

/// <summary>
/// Evaluates project files to what the platform needs of them: each from what was kept while nothing that it rests on has changed, else
/// with MSBuild, at about 40 ms a project.
/// </summary>
/// <param name="tree">The repository.</param>
/// <param name="standing">What was kept of it, as far as it stands.</param>
/// <param name="evaluating">Told of every file that MSBuild evaluates.</param>
internal sealed class ProjectEvaluator(RepositoryTree tree, Task<StandingEvaluations> standing, Action<string>? evaluating = null)
{
    // MSBuild's process-wide state (environment variables, working folder) admits one graph at a time.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private readonly List<EvaluationReach> _reached = [];

    /// <summary>
    /// Whether the same repository, as git sees it, would be evaluated to the same again, as long as nothing appears that was asked for in vain
    /// (<see cref="EvaluatedProject.Asked"/>), and nothing appears or changes in the folders above it that tools look for there. Always true
    /// where nothing is kept.
    /// </summary>
    /// <param name="files">What git lists today.</param>
    /// <param name="ignored">What it ignores.</param>
    public bool IsCertain(ImmutableSortedDictionary<string, InputFile> files, IgnoredFiles ignored) =>
        _reached.TrueForAll(reach => reach.IsKeepable) && AreTracked([.. _reached.SelectMany(reach => reach.Projects)], files, ignored);

    /// <param name="paths">Project files, from the root.</param>
    /// <returns>One entry for each file and for each project that those reference and that is there, ordinal order of files.</returns>
    public async Task<ImmutableArray<EvaluatedProject>> EvaluateAsync(IReadOnlyList<string> paths, CancellationToken cancel)
    {
        if (paths.Count == 0) return [];
        var before = await standing;
        var reach = new EvaluationReach([.. paths.Select(tree.Absolute)], before);
        if (!reach.IsWhole) await CompleteAsync(reach, before, cancel);
        if (reach.IsNew) before.Add(reach.ToKeep());
        if (before.AreKept) _reached.Add(reach);
        return [.. reach.Projects];
    }

    private async Task CompleteAsync(EvaluationReach reach, StandingEvaluations before, CancellationToken cancel)
    {
        await OneAtATime.WaitAsync(cancel);
        try
        {
            await Task.Run(() => Complete(reach, before, cancel), cancel);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private void Complete(EvaluationReach reach, StandingEvaluations before, CancellationToken cancel)
    {
        // What an evaluation may see of the repository is looked at before it, so that an edit meanwhile is not taken for what it saw.
        if (before.AreKept) before.Answers.Observe(ObservationKind.Repository, "");
        using var sdk = MSBuildAssemblies.Use();
        while (!reach.IsWhole) Load(reach, before, cancel);
    }

    // Kept apart, so that MSBuild's types are not looked for before the SDK is registered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Load(EvaluationReach reach, StandingEvaluations before, CancellationToken cancel)
    {
        var observer = new EvaluationObserver(before.Answers);
        var loaded = StaticGraph.Load(reach.Missing, before.Configuration, reach.IsKept, observer, evaluating, cancel);
        reach.Add(loaded with
        {
            Evaluations = [.. loaded.Evaluations.Select(evaluation => evaluation with
            {
                Project = evaluation.Project with
                {
                    // An SDK's are a hundred files each, the same for all. What a restore writes comes and goes, and says nothing.
                    Imports = [.. evaluation.Project.Imports.Where(import => !ProjectFolders.IsVersioned(import) && !ProjectFolders.IsRestored(import))],
                    Linked = [.. evaluation.Project.Linked.Where(linked => !ProjectFolders.IsVersioned(linked))],
                    Searches = Searches(evaluation),
                    Asked = Asked(evaluation),
                    Extensions = [.. evaluation.Noted.Where(observation => observation.Kind == ObservationKind.Extensions).Select(observation => observation.Subject.Split('\0')[0])],
                    IsBlind = evaluation.Noted.Any(observation => observation.Kind == ObservationKind.Repository),
                },
            })],
        });
    }

    // What git ignores may change unseen.
    private bool AreTracked(ImmutableArray<EvaluatedProject> projects, ImmutableSortedDictionary<string, InputFile> files, IgnoredFiles ignored)
    {
        if (projects.Any(project => project.IsBlind)) return false;
        if (projects.Any(project => ignored.FoldersIn(Path.GetDirectoryName(project.File)!).Any())) return false;
        // What a build makes comes and goes there.
        var made = projects.SelectMany(project => project.Extensions).Select(folder => Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar).Distinct(StringComparer.Ordinal).ToArray();
        return projects.SelectMany(project => project.Imports.Concat(project.Linked)).Distinct(StringComparer.Ordinal).All(file => IsSeen(file) || !(File.Exists(file) || IsHidden(file)))
            && projects.SelectMany(project => project.Asked).Distinct(StringComparer.Ordinal).All(path => IsSeen(path) || IsSeenFolder(path) || !Path.Exists(path));

        bool IsHidden(string file) => ignored.Hide(file) && !Array.Exists(made, folder => file.StartsWith(folder, StringComparison.Ordinal));

        bool IsSeen(string file) => (tree.Relative(file) is { } path && files.ContainsKey(path)) || IsLookedForUpwards(file);

        // Without its own folder git says nothing at all.
        bool IsSeenFolder(string folder) => tree.Relative(folder) is { } path
            && (path == ".git" || files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal)));
    }

    // Git tells of a file that appears in the repository, and not of an empty folder. The SDK asks every project for two files.
    private ImmutableArray<string> Asked(Evaluation evaluation)
    {
        var file = evaluation.Project.File;
        string[] usual = [file + ".user", Path.Join(Path.GetDirectoryName(file), "runtimeconfig.template.json")];
        return
        [
            .. evaluation.Noted.Where(observation => observation.Kind is ObservationKind.File or ObservationKind.FileOrFolder)
                .Where(observation => tree.Relative(observation.Subject) is null
                    ? !IsLookedForUpwards(observation.Subject)
                    : observation.Answer == Answers.Yes || (observation.Kind == ObservationKind.FileOrFolder && !usual.Contains(observation.Subject, StringComparer.Ordinal)))
                .Select(observation => observation.Subject).Except(evaluation.Project.Imports, StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    // Whoever asks whether the same would be read again knows of these: they are the same for every platform.
    private bool IsLookedForUpwards(string file) =>
        FilesAbove.Names.Contains(Path.GetFileName(file), StringComparer.Ordinal) && $"{tree.Root}/".StartsWith($"{Path.GetDirectoryName(file)!.TrimEnd('/')}/", StringComparison.Ordinal);

    // Of folders above its own only what has wildcards: every tool looks there for a file by its name.
    private ImmutableArray<string> Searches(Evaluation evaluation)
    {
        var own = Path.GetDirectoryName(evaluation.Project.File)! + Path.DirectorySeparatorChar;
        return
        [
            .. evaluation.Noted.Select(observation => observation.Kind switch
            {
                ObservationKind.Files => observation.Subject.Replace('\0', '/'),
                ObservationKind.Folders => observation.Subject.Split('\0')[0] + "/**",
                ObservationKind.Folder when observation.Answer == Answers.No => observation.Subject + "/**",
                _ => null,
            })
            .OfType<string>()
            .Where(place => place.Contains('*', StringComparison.Ordinal) && !place.StartsWith(own, StringComparison.Ordinal) && tree.Relative(place) is not null)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }
}
