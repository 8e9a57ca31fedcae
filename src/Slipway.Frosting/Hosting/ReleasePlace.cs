using Slipway.Artifacts.Publishing;
using Slipway.Artifacts.Registries;
using Slipway.Frosting.Publishing;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Hosting;

/// <summary>A release that somebody names: a folder, or a place in a registry, from where it is taken for as long as it is looked at.</summary>
internal sealed class ReleasePlace : IDisposable
{
    private readonly string? _taken;

    private ReleasePlace(string folder, string? taken) => (Folder, _taken) = (folder, taken);

    /// <summary>Absolute.</summary>
    public string Folder { get; }

    /// <summary>The reference that a name is; null for a path. What begins with a host that could be one, and is no folder here, is a reference.</summary>
    public static RegistryReference? ReferenceIn(string name) =>
        !Path.Exists(name) && RegistryReference.TryParse(name, out var reference) && name.Contains($"{reference.Host}/", StringComparison.Ordinal) ? reference : null;

    /// <exception cref="Model.Problems.KnownFailureException">It is not in the registry, or is no release.</exception>
    public static async Task<ReleasePlace> OpenAsync(string name, CancellationToken cancellation = default)
    {
        if (ReferenceIn(name) is not { } reference) return new(Path.GetFullPath(name), null);
        var scratch = Directory.CreateTempSubdirectory("slipway-release-").FullName;
        var place = new ReleasePlace(Path.Combine(scratch, "release"), scratch);
        try
        {
            var digest = await new ReleasePuller(new RegistryOptions { Progress = new TransferPrinter(TimeProvider.System) }).PullAsync(reference, place.Folder, cancellation);
            Console.WriteLine($"{reference.WithDigest(digest)}");
            return place;
        }
        catch (KnownFailureException failure)
        {
            place.Dispose();
            // A registry's own words are among them.
            throw new KnownFailureException([.. failure.Problems.Select(Printable.Of)]);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_taken is not null) FileTree.Delete(_taken);
    }
}
