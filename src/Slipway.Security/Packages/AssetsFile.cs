using NuGet.Packaging.Core;
using NuGet.ProjectModel;

namespace Slipway.Security.Packages;

/// <summary>Reads the packages that a restore has resolved from <c>project.assets.json</c>.</summary>
internal static class AssetsFile
{
    /// <param name="path">The file.</param>
    /// <param name="project">The project that it belongs to, relative to the platform's root.</param>
    /// <returns>Each package once; over the shortest route, of several frameworks the first that has it.</returns>
    public static IEnumerable<ResolvedPackage> Read(string path, string project)
    {
        var assets = new LockFileFormat().Read(path);
        var found = new Dictionary<PackageIdentity, ResolvedPackage>();
        foreach (var target in assets.Targets.Where(target => string.IsNullOrEmpty(target.RuntimeIdentifier)))
        {
            var libraries = target.Libraries.Where(library => library.Name is not null).ToDictionary(library => library.Name!, StringComparer.OrdinalIgnoreCase);
            var asked = assets.PackageSpec.TargetFrameworks
                .Where(framework => framework.FrameworkName == target.TargetFramework)
                .SelectMany(framework => framework.Dependencies.Select(dependency => dependency.Name));
            var projects = libraries.Values.Where(library => library.Type == "project").Select(library => library.Name!);
            foreach (var package in Walk(libraries, [.. asked, .. projects], project)) found.TryAdd(package.Identity, package);
        }
        return found.Values;
    }

    private static IEnumerable<ResolvedPackage> Walk(Dictionary<string, LockFileTargetLibrary> libraries, IReadOnlyList<string> roots, string project)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pending = new Queue<IReadOnlyList<string>>(roots.Select(root => (IReadOnlyList<string>)[root]));
        while (pending.TryDequeue(out var route))
        {
            if (!libraries.TryGetValue(route[^1], out var library) || !seen.Add(route[^1])) continue;
            if (library.Type == "package") yield return new(new(library.Name!, library.Version), route, project);
            foreach (var dependency in library.Dependencies) pending.Enqueue([.. route, dependency.Id]);
        }
    }
}
