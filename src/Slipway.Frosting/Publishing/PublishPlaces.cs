using Slipway.Artifacts.Registries;
using Slipway.Frosting.CommandLine;
using Slipway.Model.Problems;

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
        var registry = arguments.ValueOf("to") is { } to ? Prefix(to) : null;
        var feed = arguments.ValueOf("feed") is { } source ? FeedPlace.FromEnvironment(source, root) : null;
        return registry is null && feed is null ? throw Nowhere() : new(registry, feed);
    }

    public void Dispose() => Feed?.Dispose();

    private static RegistryReference Prefix(string to)
    {
        var prefix = RegistryReference.Parse(to.TrimEnd('/'));
        return prefix is { Tag: null, Digest: null } ? prefix : throw Bad(
            $"--to={to} names one image, and units go below a path, each under its own name and version.",
            $"Write --to={prefix.Host}/{prefix.Repository}: the version of each release is its tag.");
    }

    private static BadInputException Nowhere() =>
        Bad("It is not said where to publish.", "Give --to=REGISTRY/PATH for images and artifacts, --feed=ADDRESS for NuGet packages, or both.");

    private static BadInputException Bad(string message, string mend) => new(new Problem { Code = Codes.BadOptionValue, Message = message, Mend = mend });
}
