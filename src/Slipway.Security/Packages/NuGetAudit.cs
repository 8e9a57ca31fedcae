using System.Collections.Immutable;
using NuGet.Protocol.Core.Types;
using Slipway.Model.Units;

namespace Slipway.Security.Packages;

/// <summary>Asks the platform's own feeds about the packages that its projects have resolved.</summary>
public static class NuGetAudit
{
    /// <param name="root">The platform's root, absolute, with the <c>nuget.config</c> that names the feeds at or above it.</param>
    /// <param name="projects">The .NET projects to look at.</param>
    /// <param name="assetsOf">Where a project's <c>project.assets.json</c> lies, absolute; null for <c>obj/</c> beside the project.</param>
    /// <param name="cancellationToken">Stops the questions.</param>
    public static async Task<PackageAudit> AskAsync(
        string root, IEnumerable<Project> projects, Func<Project, string>? assetsOf = null, CancellationToken cancellationToken = default)
    {
        var audit = new PackageAudit();
        var packages = new List<ResolvedPackage>();
        foreach (var project in projects.Where(project => project.Toolchain == Toolchain.DotNet && project.Role != ProjectRole.Unreadable))
        {
            var assets = assetsOf?.Invoke(project) ?? Path.Combine(root, project.Folder, "obj", "project.assets.json");
            if (File.Exists(assets)) packages.AddRange(AssetsFile.Read(assets, project.Path));
            else audit = audit.And(PackageAudit.Skipped("nuget", $"'{project.Path}' has not been restored"));
        }
        if (packages.Count == 0) return audit;

        // One package is told once: where it is asked for directly, else where the first project brings it in.
        ImmutableArray<ResolvedPackage> distinct =
            [.. packages.OrderBy(package => package.Route.Count).ThenBy(package => package.Project, StringComparer.Ordinal).DistinctBy(package => package.Identity)];
        var sources = PackageSources.Of(root);
        using var cache = new SourceCacheContext();
        audit = audit.And(new() { Packages = distinct.Length });
        audit = audit.And(await Vulnerabilities.AskAsync(root, sources.Audit, distinct, cache, cancellationToken).ConfigureAwait(false));
        return audit.And(await Deprecations.AskAsync(root, sources.Feeds, distinct, cache, cancellationToken).ConfigureAwait(false));
    }
}
