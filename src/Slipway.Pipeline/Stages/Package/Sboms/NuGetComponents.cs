using System.Collections.Immutable;
using NuGet.ProjectModel;
using Slipway.Evidence.Sboms;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Package.Sboms;

/// <summary>The packages and projects that a restore has resolved for a project, out of its <c>project.assets.json</c>.</summary>
internal sealed class NuGetComponents
{
    private readonly StageContext _context;
    private readonly Project _project;
    private readonly LockFile _assets;
    private readonly Dictionary<string, LockFileTargetLibrary> _libraries;
    private readonly ImmutableArray<string> _frameworks;

    private NuGetComponents(StageContext context, Project project, LockFile assets, ImmutableArray<string> frameworks)
    {
        (_context, _project, _assets, _frameworks) = (context, project, assets, frameworks);
        _libraries = assets.Targets.Where(target => string.IsNullOrEmpty(target.RuntimeIdentifier) && IsShipped(target))
            .SelectMany(target => target.Libraries).Where(library => library.Name is not null)
            .ToDictionary(library => library.Name!, StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="context">Of the unit.</param>
    /// <param name="projects">Of which projects.</param>
    /// <param name="frameworks">References of the parts of .NET that supply what a restore leaves out.</param>
    /// <returns>Everything that they reach, and what they ask for directly.</returns>
    public static (ImmutableArray<SbomComponent> Components, ImmutableArray<string> Direct) Of(
        StageContext context, IEnumerable<Project> projects, ImmutableArray<string> frameworks)
    {
        var merged = new MergedComponents();
        var direct = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var project in projects)
        {
            var assets = context.Absolute($"{project.Folder}/obj/project.assets.json");
            if (!File.Exists(assets)) continue;
            var reader = new NuGetComponents(context, project, new LockFileFormat().Read(assets), frameworks);
            merged.Add(reader._libraries.Values.Select(reader.Component));
            direct.UnionWith(reader.Direct());
        }
        return (merged.ToImmutable(), [.. direct]);
    }

    private bool IsShipped(LockFileTarget target) =>
        _project.TargetFramework is null || target.TargetFramework.GetShortFolderName() == _project.TargetFramework;

    private IEnumerable<string> Direct()
    {
        var asked = _assets.PackageSpec.TargetFrameworks.SelectMany(framework => framework.Dependencies).Select(dependency => dependency.Name);
        var referenced = _assets.PackageSpec.RestoreMetadata.TargetFrameworks.SelectMany(framework => framework.ProjectReferences)
            .Select(reference => Path.GetFullPath(reference.ProjectPath)).ToHashSet(StringComparer.Ordinal);
        var projects = _libraries.Values.Where(library => library.Type == "project" && referenced.Contains(ProjectPathOf(library))).Select(library => library.Name!);
        return asked.Concat(projects).Select(name => _libraries.GetValueOrDefault(name)).OfType<LockFileTargetLibrary>().Select(ReferenceOf);
    }

    private SbomComponent Component(LockFileTargetLibrary library) => library.Type == "project" ? OfProject(library) : OfPackage(library);

    private SbomComponent OfProject(LockFileTargetLibrary library)
    {
        var owner = OwnerOf(library);
        return new()
        {
            Reference = ReferenceOf(library),
            Kind = "library",
            Name = library.Name!,
            Properties = owner is null ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary<string, string>.Empty.Add(UnitSbom.UnitProperty, owner.Id.ToString()),
            DependsOn = Needs(library),
        };
    }

    private SbomComponent OfPackage(LockFileTargetLibrary library)
    {
        var package = new NuGetPackage(_assets, library);
        return new()
        {
            Reference = ReferenceOf(library),
            Kind = "library",
            Name = library.Name!,
            Version = library.Version!.ToNormalizedString(),
            Purl = ReferenceOf(library),
            Hashes = package.Hashes,
            License = package.License,
            Excluded = !package.Ships,
            DependsOn = Needs(library),
        };
    }

    // What a restore leaves out, .NET itself supplies.
    private ImmutableArray<string> Needs(LockFileTargetLibrary library)
    {
        var needed = library.Dependencies.Select(dependency => _libraries.GetValueOrDefault(dependency.Id)).ToList();
        return [.. needed.OfType<LockFileTargetLibrary>().Select(ReferenceOf).Concat(needed.Contains(null) ? _frameworks : [])];
    }

    private string ReferenceOf(LockFileTargetLibrary library) => library.Type == "project"
        ? SbomReference.Platform($"{OwnerOf(library)?.Id.ToString() ?? "shared"}/{library.Name}")
        : PackageUrl.NuGet(library.Name!, library.Version!.ToNormalizedString());

    private Unit? OwnerOf(LockFileTargetLibrary library)
    {
        var path = _context.Relative(ProjectPathOf(library));
        return _context.Run.Platform.Units.FirstOrDefault(unit => unit.Projects.Any(project => project.Path == path));
    }

    private string ProjectPathOf(LockFileTargetLibrary library) => Path.GetFullPath(Path.Combine(
        _context.Absolute(_project.Folder), _assets.GetLibrary(library.Name, library.Version)?.MSBuildProject ?? ""));
}
