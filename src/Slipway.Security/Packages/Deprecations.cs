using System.Collections.Concurrent;
using NuGet.Common;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using Slipway.Model.Stages;

namespace Slipway.Security.Packages;

/// <summary>Asks the feeds whether packages are given up: those that projects ask for themselves, for only these can be exchanged.</summary>
internal static class Deprecations
{
    private const string Check = "nuget-deprecations";

    public static async Task<PackageAudit> AskAsync(
        string root, IReadOnlyList<SourceRepository> sources, IReadOnlyList<ResolvedPackage> packages, SourceCacheContext cache, CancellationToken cancellationToken)
    {
        var direct = packages.Where(package => package.IsDirect).ToArray();
        if (direct.Length == 0) return new() { Made = [Check] };
        var findings = new ConcurrentBag<Finding>();
        var unknown = new ConcurrentBag<string>();
        var problems = new ConcurrentDictionary<string, string>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(direct, limits, async (package, cancellation) =>
        {
            var metadata = await FindAsync(sources, package, cache, problems, cancellation).ConfigureAwait(false);
            if (metadata is null) unknown.Add($"{package.Identity.Id} {package.Identity.Version}");
            else if (await metadata.GetDeprecationMetadataAsync().ConfigureAwait(false) is { } deprecation) findings.Add(Finding(root, package, deprecation));
        }).ConfigureAwait(false);

        var reasons = string.Join("; ", problems.Select(problem => $"{problem.Key}: {problem.Value}").Order(StringComparer.Ordinal));
        if (unknown.Count == direct.Length) return PackageAudit.Skipped(Check, reasons.Length > 0 ? reasons : "no source describes these packages");
        return new()
        {
            Made = [Check],
            Findings = [.. findings.OrderBy(finding => finding.Message, StringComparer.Ordinal)],
            Unavailable = unknown.IsEmpty ? [] : [new() { What = Check, Why = $"no source describes {string.Join(", ", unknown.Order(StringComparer.Ordinal))}" }],
        };
    }

    private static async Task<IPackageSearchMetadata?> FindAsync(
        IReadOnlyList<SourceRepository> sources, ResolvedPackage package, SourceCacheContext cache, ConcurrentDictionary<string, string> problems, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            // A folder has packages and nothing about them; what it says is no answer.
            if (source.PackageSource.IsLocal) continue;
            try
            {
                // NuGet's own client breaks on a feed without registrations, so they are asked for first.
                if (await source.GetResourceAsync<RegistrationResourceV3>(cancellationToken).ConfigureAwait(false) is null) continue;
                var resource = await source.GetResourceAsync<PackageMetadataResource>(cancellationToken).ConfigureAwait(false);
                if (resource is null) continue;
                var metadata = await resource.GetMetadataAsync(package.Identity, cache, NullLogger.Instance, cancellationToken).ConfigureAwait(false);
                if (metadata is not null) return metadata;
            }
            catch (Exception problem) when (problem is FatalProtocolException or HttpRequestException or IOException)
            {
                problems.TryAdd(source.PackageSource.Name, problem.GetBaseException().Message);
            }
        }
        return null;
    }

    private static Finding Finding(string root, ResolvedPackage package, PackageDeprecationMetadata deprecation)
    {
        var reasons = deprecation.Reasons?.ToArray() ?? [];
        var why = deprecation.Message is { Length: > 0 } message ? message : string.Join(", ", reasons);
        var place = VersionPlace.Find(root, package);
        return new()
        {
            Id = RuleIds.DeprecatedPackage,
            Severity = reasons.Contains("CriticalBugs") ? Severity.Error : Severity.Warning,
            Message = $"{package.Identity.Id} {package.Identity.Version} is deprecated: {why}",
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Mend = deprecation.AlternatePackage is { } other
                ? $"Use {other.PackageId} {other.Range?.OriginalString} instead.".Replace("  ", " ", StringComparison.Ordinal)
                : "Use a package or a version that is maintained.",
        };
    }
}
