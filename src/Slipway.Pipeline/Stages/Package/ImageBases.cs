using System.Collections.Immutable;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Model.Platforms;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>Which image programs are put on: the one that the platform names, else one made of this machine's own .NET.</summary>
internal static class ImageBases
{
    // What is installed here does not change while a run lasts.
    private static readonly Lazy<string> Embedded = new(() => EmbeddedImage.State() is { } state ? $"embedded {state}" : "none");

    /// <summary>Says which base it is, so that what is put on another is another.</summary>
    public static string Describe(Platform platform) => platform.Settings.BaseImage switch
    {
        BaseImageReference.InLayout layout => BaseImages.Read(platform.Root, layout).Digest.ToString(),
        { } reference => reference.ToString()!,
        null => Embedded.Value,
    };

    /// <summary>What changes with a base that lies on this machine: its layout, or what an installed library is noted in.</summary>
    public static IEnumerable<string> LooksAt(Platform platform) => platform.Settings.BaseImage switch
    {
        BaseImageReference.InLayout layout => [Path.GetFullPath(Path.Combine(platform.Root, layout.Path))],
        null when OperatingSystem.IsLinux() => ["/etc/ld.so.cache", "/etc/ssl/certs/ca-certificates.crt"],
        _ => [],
    };

    /// <returns>The base, or why there is none.</returns>
    public static async Task<(BaseImage? Base, string? Hindrance)> FindAsync(
        RunContext run, ImmutableArray<FrameworkReference> frameworks, CancellationToken cancellation)
    {
        var cache = Path.Combine(CacheSettings.Read(Environment.GetEnvironmentVariable).Folder, "images");
        if (run.Platform.Settings.BaseImage is { } reference)
            return (await new BaseImages(run.Platform.Root, cache, run.PullImage).FindAsync(reference, cancellation), null);
        if (EmbeddedImage.Hindrance is { } hindrance) return (null, hindrance);
        if (frameworks.IsEmpty) return (null, "the program brings its own .NET, and the embedded base would bring it again");
        var found = await new EmbeddedImage(cache).FindAsync(frameworks, cancellation);
        return found is null ? (null, $"not installed here: {string.Join(", ", frameworks.Select(framework => $"{framework.Name} {framework.Version}"))}") : (found, null);
    }
}
