using NuGet.Common;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Protocol.Model;
using Slipway.Model.Stages;

namespace Slipway.Security.Packages;

/// <summary>Compares packages with the vulnerability index of each source that has one.</summary>
internal static class Vulnerabilities
{
    private const string Check = "nuget-vulnerabilities";

    public static async Task<PackageAudit> AskAsync(
        string root, IReadOnlyList<SourceRepository> sources, IReadOnlyList<ResolvedPackage> packages, SourceCacheContext cache, CancellationToken cancellationToken)
    {
        var known = new List<IReadOnlyDictionary<string, IReadOnlyList<PackageVulnerabilityInfo>>>();
        var silent = new List<string>();
        foreach (var source in sources)
        {
            try
            {
                var resource = await source.GetResourceAsync<IVulnerabilityInfoResource>(cancellationToken).ConfigureAwait(false);
                var answer = resource is null ? null : await resource.GetVulnerabilityInfoAsync(cache, NullLogger.Instance, cancellationToken).ConfigureAwait(false);
                if (answer?.KnownVulnerabilities is { } data) known.AddRange(data);
                if (answer?.Exceptions is { } problem) silent.Add($"{source.PackageSource.Name} answered in part only: {problem.GetBaseException().Message}");
                else if (answer?.KnownVulnerabilities is null) silent.Add($"{source.PackageSource.Name} offers no vulnerability data");
            }
            catch (Exception problem) when (problem is FatalProtocolException or HttpRequestException or IOException)
            {
                silent.Add($"{source.PackageSource.Name} did not answer: {problem.GetBaseException().Message}");
            }
        }
        if (known.Count == 0) return PackageAudit.Skipped(Check, sources.Count == 0 ? "the platform has no package source" : string.Join("; ", silent));
        return new()
        {
            // A source without data is no gap where another has it: advisories are about packages, whoever serves them. Half an answer is.
            Unavailable = [.. silent.Where(line => line.Contains("answer", StringComparison.Ordinal)).Select(line => new SkippedCheck { What = Check, Why = line })],
            Made = [Check],
            Findings = [.. packages.SelectMany(package => known.SelectMany(page => Advisories(page, package)).DistinctBy(advisory => advisory.Url)
                .Select(advisory => Finding(root, package, advisory)))],
        };
    }

    private static IEnumerable<PackageVulnerabilityInfo> Advisories(
        IReadOnlyDictionary<string, IReadOnlyList<PackageVulnerabilityInfo>> page, ResolvedPackage package) =>
        page.TryGetValue(package.Identity.Id.ToLowerInvariant(), out var advisories) || page.TryGetValue(package.Identity.Id, out advisories)
            ? advisories.Where(advisory => advisory.Versions.Satisfies(package.Identity.Version))
            : [];

    private static Finding Finding(string root, ResolvedPackage package, PackageVulnerabilityInfo advisory)
    {
        var place = VersionPlace.Find(root, package);
        return new()
        {
            Id = RuleIds.VulnerablePackage,
            Severity = advisory.Severity is PackageVulnerabilitySeverity.Low ? Severity.Warning : Severity.Error,
            Message = $"{package.Identity.Id} {package.Identity.Version}{package.Through} has a vulnerability of {advisory.Severity.ToString().ToLowerInvariant()} severity: {advisory.Url}",
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Mend = package.IsDirect
                ? "Raise it to a version outside of the advisory's range."
                : "Raise the package that brings it, or pin it in Directory.Packages.props.",
        };
    }
}
