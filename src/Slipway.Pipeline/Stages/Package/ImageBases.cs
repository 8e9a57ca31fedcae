using System.Collections.Immutable;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Model.Platforms;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>Which image programs are put on: the one that the platform names, else one made of this machine's own .NET or Node.</summary>
internal static class ImageBases
{
    // What is installed here does not change while a run lasts.
    private static readonly Lazy<string> Embedded = new(() => EmbeddedImage.State() is { } state ? $"embedded {state}" : "none");
    private static readonly Lazy<string> EmbeddedNode = new(() => EmbeddedImage.NodeState() is { } state ? $"embedded {state}" : "none");

    /// <summary>Says which bases they are, so that what is put on another is another. A platform without servers of Node is told nothing of theirs.</summary>
    public static string Describe(Platform platform)
    {
        var dotnet = Describe(platform, platform.Settings.BaseImage, Embedded);
        return HasServer(platform) ? $"{dotnet}, Node on {Describe(platform, platform.Settings.NodeBaseImage, EmbeddedNode)}" : dotnet;
    }

    /// <summary>What changes with a base that lies on this machine: its layout, or what an installed library is noted in.</summary>
    public static IEnumerable<string> LooksAt(Platform platform)
    {
        var dotnet = LooksAt(platform, platform.Settings.BaseImage);
        if (!HasServer(platform)) return dotnet;
        var node = platform.Settings.NodeBaseImage is null && Executables.Find("node") is { } program && RealPath.Of(program) is { } real ? (string[])[real] : [];
        return [.. dotnet.Concat(LooksAt(platform, platform.Settings.NodeBaseImage)).Concat(node).Distinct(StringComparer.Ordinal)];
    }

    /// <returns>The base, or why there is none.</returns>
    public static async Task<(BaseImage? Base, string? Hindrance)> FindAsync(
        RunContext run, ImmutableArray<FrameworkReference> frameworks, CancellationToken cancellation)
    {
        if (run.Platform.Settings.BaseImage is { } reference) return (await FindAsync(run, reference, cancellation), null);
        if (EmbeddedImage.Hindrance is { } hindrance) return (null, hindrance);
        if (frameworks.IsEmpty) return (null, "the program brings its own .NET, and the embedded base would bring it again");
        var found = await new EmbeddedImage(CacheFolder).FindAsync(frameworks, cancellation);
        return found is null ? (null, $"not installed here: {string.Join(", ", frameworks.Select(framework => $"{framework.Name} {framework.Version}"))}") : (found, null);
    }

    /// <summary>The same for a server of Node.</summary>
    public static async Task<(BaseImage? Base, string? Hindrance)> FindNodeAsync(RunContext run, CancellationToken cancellation)
    {
        if (run.Platform.Settings.NodeBaseImage is { } reference) return (await FindAsync(run, reference, cancellation), null);
        return EmbeddedImage.NodeHindrance is { } hindrance
            ? (null, $"{hindrance}, and platform.yaml names no nodeBaseImage")
            : (await new EmbeddedImage(CacheFolder).FindNodeAsync(cancellation), null);
    }

    private static string CacheFolder => CachePaths.Read(Environment.GetEnvironmentVariable).Images;

    private static bool HasServer(Platform platform) => platform.Units.Any(unit => unit.Server is not null);

    private static Task<BaseImage> FindAsync(RunContext run, BaseImageReference reference, CancellationToken cancellation) =>
        new BaseImages(run.Platform.Root, CacheFolder, run.PullImage).FindAsync(reference, cancellation);

    private static string Describe(Platform platform, BaseImageReference? named, Lazy<string> embedded) => named switch
    {
        BaseImageReference.InLayout layout => BaseImages.Read(platform.Root, layout).Digest.ToString(),
        { } reference => reference.ToString()!,
        null => embedded.Value,
    };

    private static string[] LooksAt(Platform platform, BaseImageReference? named) => named switch
    {
        BaseImageReference.InLayout layout => [Path.GetFullPath(Path.Combine(platform.Root, layout.Path))],
        null when OperatingSystem.IsLinux() => ["/etc/ld.so.cache", "/etc/ssl/certs/ca-certificates.crt"],
        _ => [],
    };
}
