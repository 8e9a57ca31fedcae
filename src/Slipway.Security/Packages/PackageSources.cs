using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace Slipway.Security.Packages;

/// <summary>The feeds that a platform's own <c>nuget.config</c> names.</summary>
internal sealed record PackageSources(IReadOnlyList<SourceRepository> Feeds, IReadOnlyList<SourceRepository> Audit)
{
    /// <summary>As <c>dotnet restore</c> would: where no audit source is named, the feeds are asked.</summary>
    public static PackageSources Of(string platformRoot)
    {
        var provider = new PackageSourceProvider(Settings.LoadDefaultSettings(platformRoot));
        var feeds = provider.LoadPackageSources().Where(source => source.IsEnabled).Select(source => Repository.Factory.GetCoreV3(source)).ToArray();
        var audit = provider.LoadAuditSources().Where(source => source.IsEnabled).Select(source => Repository.Factory.GetCoreV3(source)).ToArray();
        return new(feeds, audit.Length > 0 ? audit : feeds);
    }
}
