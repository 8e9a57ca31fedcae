using System.Collections.Immutable;
using NuGet.Packaging;
using NuGet.ProjectModel;
using Slipway.Evidence.Sboms;

namespace Slipway.Pipeline.Stages.Package.Sboms;

/// <summary>A package in one of this machine's folders of packages: the hash of its file, its licence, whether anything of it ships.</summary>
internal sealed class NuGetPackage(LockFile assets, LockFileTargetLibrary library)
{
    // What nuget.org writes where a package has a licence of the new kind; it tells nothing more.
    private static readonly Uri Deprecated = new("https://aka.ms/deprecateLicenseUrl");

    /// <summary>Whether a program that uses it ships a file of it.</summary>
    public bool Ships => Real(library.RuntimeAssemblies) || Real(library.NativeLibraries) || Real(library.ResourceAssemblies)
        || library.RuntimeTargets.Count > 0 || library.ContentFiles.Any(file => file.CopyToOutput);

    /// <summary>Of the package's file; what the lock file calls so leaves the signature out.</summary>
    public ImmutableSortedDictionary<string, string> Hashes
    {
        get
        {
            var hash = Directory?.FirstOrDefault(file => file.EndsWith(".nupkg.sha512", StringComparison.Ordinal));
            var empty = ImmutableSortedDictionary<string, string>.Empty;
            return hash is null ? empty : empty.Add("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(File.ReadAllText(hash).Trim())));
        }
    }

    public SbomLicense? License
    {
        get
        {
            if (Directory?.FirstOrDefault(file => file.EndsWith(".nuspec", StringComparison.Ordinal)) is not { } file) return null;
            var nuspec = new NuspecReader(file);
            var address = nuspec.GetLicenseUrl() is { Length: > 0 } text && Uri.TryCreate(text, UriKind.Absolute, out var url) && url != Deprecated ? text : null;
            return nuspec.GetLicenseMetadata() switch
            {
                { Type: LicenseType.Expression, License: var expression } => SpdxLicense.Of(expression),
                { License: var name } => new SbomLicense.Named(name, address),
                null when address is not null => new SbomLicense.Named(address, address),
                null => null,
            };
        }
    }

    private string[]? Directory => assets.GetLibrary(library.Name, library.Version)?.Path is { } path
        ? assets.PackageFolders.Select(folder => Path.Combine(folder.Path, path)).FirstOrDefault(System.IO.Directory.Exists) is { } found ? System.IO.Directory.GetFiles(found) : null
        : null;

    // An empty folder stands for "nothing for this framework".
    private static bool Real(IEnumerable<LockFileItem> files) => files.Any(file => !file.Path.EndsWith("/_._", StringComparison.Ordinal));
}
