using System.Collections.Immutable;
using Slipway.Machine.Files;

namespace Slipway.Artifacts.Keys;

/// <summary>Where keys come from, and where they must not lie.</summary>
public sealed record KeyPlaces
{
    /// <summary>The folder of the development key.</summary>
    public required string Folder { get; init; }

    /// <summary><c>SLIPWAY_SIGNING_KEY</c>: a PEM, <c>file:PATH</c>, or <c>command:…</c>; null or empty for the development key.</summary>
    public string? SigningKey { get; init; }

    /// <summary><c>SLIPWAY_SIGNING_KEY_PUBLIC</c>: the public half of what a command signs with, a PEM or <c>file:PATH</c>.</summary>
    public string? PublicKey { get; init; }

    /// <summary><c>SLIPWAY_SIGNING_KEY_PASSPHRASE</c>.</summary>
    public string? Passphrase { get; init; }

    /// <summary>Repositories, absolute, in which no private key may lie.</summary>
    public required ImmutableArray<string> Repositories { get; init; }

    /// <summary>The platform's <c>trust.yaml</c>, absolute, whether it exists or not; null where there is no platform.</summary>
    public string? TrustFile { get; init; }

    /// <summary>As the environment has it.</summary>
    /// <param name="platformRoot">The platform; the repository around it counts too.</param>
    public static KeyPlaces FromEnvironment(string platformRoot) => new()
    {
        Folder = Path.Combine(UserFolders.Data, "keys"),
        SigningKey = Environment.GetEnvironmentVariable("SLIPWAY_SIGNING_KEY"),
        PublicKey = Environment.GetEnvironmentVariable("SLIPWAY_SIGNING_KEY_PUBLIC"),
        Passphrase = Environment.GetEnvironmentVariable("SLIPWAY_SIGNING_KEY_PASSPHRASE"),
        TrustFile = Path.GetFullPath(Path.Combine(platformRoot, Trust.TrustFile.FileName)),
        Repositories = [Path.GetFullPath(platformRoot), .. RepositoryAround(platformRoot)],
    };

    /// <summary>The files and folders that decide which keys sign and verify, absolute, whether they exist or not.</summary>
    /// <param name="given">The value of <c>--key</c>, or null.</param>
    public IEnumerable<string> Paths(string? given) =>
        [Folder, .. new[] { SigningKey, PublicKey, given }.OfType<string>().Select(KeyText.PathIn).Append(TrustFile).OfType<string>()];

    /// <summary>The git work trees that a file lies in, as its path has it and as its links lead.</summary>
    internal static IEnumerable<string> RepositoriesAround(string file) =>
        new[] { file, KeyText.RealPath(file) }.Distinct(StringComparer.Ordinal).SelectMany(path => RepositoryAround(Path.GetDirectoryName(path)!));

    private static IEnumerable<string> RepositoryAround(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
            if (Path.Exists(Path.Combine(parent.FullName, ".git"))) return [parent.FullName];
        return [];
    }
}
