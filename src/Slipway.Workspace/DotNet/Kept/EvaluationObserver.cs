using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Build.Execution;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>Gathers on what evaluations rest, from what MSBuild asked and from what the files of the repository say. See <see cref="Observation"/>.</summary>
internal sealed class EvaluationObserver(Answers answers)
{
    private static readonly string[] NuGetConfigs = ["nuget.config", "NuGet.config", "NuGet.Config"];

    private static readonly string[] OutputFolders =
        ["BaseIntermediateOutputPath", "IntermediateOutputPath", "MSBuildProjectExtensionsPath", "BaseOutputPath", "OutputPath", "PublishDir"];

    // A file system's clock may lag behind by a tick of the kernel's.
    private readonly DateTime _start = DateTime.UtcNow.AddMilliseconds(-10);
    // Of the moment before: an evaluation around midnight may have seen either day.
    private readonly Observation _day = answers.Observe(ObservationKind.Day, "");
    private readonly ConcurrentDictionary<string, ProjectText> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Observation?> _contents = new(StringComparer.Ordinal);

    /// <summary>Every file that was read and could change.</summary>
    public IEnumerable<string> Files => _texts.Keys;

    /// <summary>Files in a project's folder that git does not list, absolute.</summary>
    public IReadOnlyCollection<string> Ignored(string project) => answers.Ignored(Path.GetDirectoryName(project)!);

    /// <param name="project">What the evaluations said.</param>
    /// <param name="evaluations">All those of its file.</param>
    /// <param name="asked">What they asked.</param>
    public Evaluation Observe(EvaluatedProject project, IReadOnlyList<ProjectInstance> evaluations, IReadOnlyList<ObservingFileSystem> asked)
    {
        var files = project.Imports.Append(project.File).Where(file => !ProjectFolders.IsVersioned(file) && !ProjectFolders.IsRestored(file)).ToList();
        var texts = files.ConvertAll(file => _texts.GetOrAdd(file, ProjectText.Read));
        var reads = texts.SelectMany(text => text.Reads).Select(read => Path.GetFullPath(read, Path.GetDirectoryName(project.File)!)).Distinct(StringComparer.Ordinal).ToList();
        var contents = files.Concat(reads).Select(file => _contents.GetOrAdd(file, Content)).ToList();
        var own = new OwnFolders(project.File, evaluations, isCurious: texts.Exists(text => text.IsCurious));
        var blind = asked.Any(system => system.IsBlind) || texts.Exists(text => text.IsBlind) || !reads.TrueForAll(LiteralReads.AreSeen);
        ImmutableArray<Observation> noted =
        [
            .. asked.SelectMany(system => system.Observations).Where(observation => IsTelling(observation, own))
                .Concat(contents.OfType<Observation>())
                .Concat(Configuration(project).Select(file => answers.Observe(ObservationKind.Content, file)))
                .Concat(Names(texts, text => text.Variables).Select(name => answers.Observe(ObservationKind.Variable, name)))
                .Concat(own.Extensions.Select(subject => answers.Observe(ObservationKind.Extensions, subject)))
                .Concat(texts.Exists(text => text.AsksDay) ? [_day] : [])
                .Append(answers.Observe(ObservationKind.Ignored, Path.GetDirectoryName(project.File)!))
                .Concat(blind ? [answers.Observe(ObservationKind.Repository, "")] : [])
                .Distinct(),
        ];
        return new()
        {
            // One that is not there was not read, or nothing could have been evaluated.
            Project = project with
            {
                Imports = [.. project.Imports.Union(reads.Where(File.Exists), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Variables = [.. Names(texts, text => text.Variables.Concat(text.BuildVariables)).Order(StringComparer.Ordinal)],
            },
            AsksExistence = texts.Exists(text => text.AsksExistence),
            Noted = noted,
            // MSBuild may have read what a file was before.
            Observed = contents.Exists(content => content is null) || texts.Exists(text => text.IsFleeting) ? null
                : own.Witness is { } witness ? [.. noted, answers.Observe(ObservationKind.File, witness)] : noted,
        };
    }

    private Observation? Content(string file)
    {
        var content = answers.Observe(ObservationKind.Content, file);
        return File.GetLastWriteTimeUtc(file) < _start ? content : null;
    }

    private static bool IsTelling(Observation observation, OwnFolders own)
    {
        var path = observation.Subject.Split('\0')[0];
        return !ProjectFolders.IsVersioned(path) && !own.Explain(observation.Kind, path);
    }

    private static IEnumerable<string> Names(IEnumerable<ProjectText> texts, Func<ProjectText, IEnumerable<string>> names) =>
        texts.SelectMany(names).Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Configuration(EvaluatedProject project)
    {
        string[] names = ["global.json", .. project.Imports.Any(ProjectFolders.IsPackage) ? NuGetConfigs : []];
        for (var folder = Path.GetDirectoryName(project.File); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var name in names) yield return Path.Join(folder, name);
        }
    }

    /// <summary>The folder of a project and those that its build writes.</summary>
    private sealed class OwnFolders
    {
        private readonly bool _isCurious;
        private readonly ImmutableArray<string> _folders;
        private readonly ImmutableArray<string> _extensions;
        private readonly ImmutableArray<string> _assets;

        public OwnFolders(string file, IReadOnlyList<ProjectInstance> evaluations, bool isCurious)
        {
            var folder = Path.GetDirectoryName(file)!;
            // The SDK lists the folders above each source: one source in the project's folder speaks for all of them.
            Witness = evaluations.SelectMany(evaluation => evaluation.GetItems("Compile")).Select(item => item.GetMetadataValue("FullPath"))
                .Where(path => Holds(folder, path)).Min(StringComparer.Ordinal);
            _isCurious = isCurious || Witness is null;
            _folders = [folder, .. OutputFolders.SelectMany(Named).Distinct(StringComparer.Ordinal)];
            _extensions = [.. Named("MSBuildProjectExtensionsPath").Distinct(StringComparer.Ordinal)];
            _assets = [.. Named("ProjectAssetsFile").Distinct(StringComparer.Ordinal)];
            Extensions = [.. _extensions.Select(extensions => $"{extensions}\0{Path.GetFileName(file)}")];

            IEnumerable<string> Named(string property) => evaluations.Select(evaluation => evaluation.GetPropertyValue(property))
                .Where(value => value.Length > 0).Select(value => ProjectFolders.Normal(Path.Combine(folder, value.Replace('\\', '/'))));
        }

        /// <summary>A source that lies in the project's folder, if there is one.</summary>
        public string? Witness { get; }

        /// <summary>Subjects of <see cref="ObservationKind.Extensions"/>.</summary>
        public ImmutableArray<string> Extensions { get; }

        /// <summary>Whether a question was part of listing what lies in them, or of looking for what a restore leaves there.</summary>
        public bool Explain(ObservationKind kind, string path) => kind switch
        {
            ObservationKind.FileOrFolder => _extensions.Contains(path) || _assets.Contains(path),
            ObservationKind.Folder or ObservationKind.Files or ObservationKind.Folders => !_isCurious && _folders.Any(folder => Holds(folder, path)),
            _ => false,
        };

        private static bool Holds(string folder, string path) =>
            path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
