using Slipway.Artifacts.Registries;
using Slipway.Frosting.CommandLine;
using Slipway.Model.Problems;
using Slipway.Workspace;

namespace Slipway.Frosting.Publishing;

/// <summary>Where Publish publishes, as the command line says. Read before any stage runs: hours of gates are no way to learn of a wrong address.</summary>
/// <param name="Registry">With the path below which units go; null for none.</param>
/// <param name="Feed">Null for none.</param>
internal sealed record PublishPlaces(RegistryReference? Registry, FeedPlace? Feed) : IDisposable
{
    private const string Target = "Publish";

    /// <summary>Whether the command line asks for publishing.</summary>
    public static bool AreAskedFor(HostArguments arguments) => arguments.Targets.Contains(Target, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="BadInputException">There is none, or one that cannot be.</exception>
    public static void Check(HostArguments arguments, string root)
    {
        using var places = Read(arguments, root);
        places.Feed?.Open();
    }

    /// <param name="arguments">The command line.</param>
    /// <param name="root">The platform's, absolute: a folder feed is relative to it.</param>
    /// <exception cref="BadInputException">There is none, or one that cannot be.</exception>
    public static PublishPlaces Read(HostArguments arguments, string root)
    {
        var (to, source) = (arguments.ValueOf("to"), arguments.ValueOf("feed"));
        // Whoever names one place for a trial does not mean the platform's own other one as well.
        if (to is null && source is null) (to, source) = Configured(root);
        if (to is null && source is null) throw Nowhere();
        return new(to is null ? null : Prefix(to), source is null ? null : FeedPlace.FromEnvironment(source, root));
    }

    public void Dispose() => Feed?.Dispose();

    private static (string? Registry, string? Feed) Configured(string root) =>
        WorkspaceReader.ReadSettings(root).Publish is var settings ? (settings.Registry, settings.Feed) : default;

    private static RegistryReference Prefix(string to)
    {
        var prefix = RegistryReference.Parse(to.TrimEnd('/'));
        return prefix is { Tag: null, Digest: null } ? prefix : throw Bad(
            $"{to} names one image, and units go below a path, each under its own name and version.",
            $"Write --to={prefix.Host}/{prefix.Repository}: the version of each release is its tag.");
    }

    private static BadInputException Nowhere() =>
        Bad("It is not said where to publish.", "Give --to=REGISTRY/PATH for images and artifacts, --feed=ADDRESS for NuGet packages, or both; or write publish: in platform.yaml.");

    private static BadInputException Bad(string message, string mend) => new(new Problem { Code = Codes.BadOptionValue, Message = message, Mend = mend });
}
