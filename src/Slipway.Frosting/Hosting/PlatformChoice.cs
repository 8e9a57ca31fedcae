using Slipway.Frosting.CommandLine;
using Slipway.Workspace;

namespace Slipway.Frosting.Hosting;

/// <summary>Which platform a run is about, and where it may write.</summary>
internal static class PlatformChoice
{
    public static string Root(HostSettings settings, HostArguments arguments) => (arguments.Platform, settings.Platform) switch
    {
        ({ } named, _) => PlatformLocator.Find(Path.GetFullPath(named)),
        (_, { } own) => Path.GetFullPath(Path.Combine(settings.Root, own)),
        _ => PlatformLocator.Find(settings.Root),
    };

    // A foreign platform keeps its own artifacts: two platforms must not share records.
    public static string Artifacts(HostSettings settings, HostArguments arguments) =>
        Path.Combine(arguments.Platform is null ? settings.Root : Root(settings, arguments), "artifacts");
}
