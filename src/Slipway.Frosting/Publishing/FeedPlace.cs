using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Artifacts.Feeds;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Publishing;

/// <summary>A feed as the command line and the environment have it.</summary>
internal sealed class FeedPlace(FeedOptions options) : IDisposable
{
    private const string Variable = "SLIPWAY_NUGET_CERTIFICATE";
    private const string FilePrefix = "file:";

    /// <param name="source">The value of <c>--feed</c>; a folder is relative to <paramref name="root"/>.</param>
    /// <param name="root">The platform's, absolute.</param>
    public static FeedPlace FromEnvironment(string source, string root) => new(new()
    {
        Source = Uri.TryCreate(source, UriKind.Absolute, out _) ? source : Path.GetFullPath(source, root),
        ApiKey = Environment.GetEnvironmentVariable("SLIPWAY_NUGET_API_KEY"),
        Certificate = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? Load(given) : null,
    });

    public PackageFeed Open() => new(options);

    public void Dispose() => options.Certificate?.Dispose();

    private static X509Certificate2 Load(string given)
    {
        if (!given.StartsWith(FilePrefix, StringComparison.Ordinal)) throw Bad("is not file:PATH");
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(given[FilePrefix.Length..], Environment.GetEnvironmentVariable(Variable + "_PASSWORD"));
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Bad($"cannot be read: {error.Message}");
        }
    }

    private static BadInputException Bad(string why) => new(new Problem
    {
        Code = Artifacts.Codes.PackageNotSigned,
        Message = $"{Variable} {why}",
        Mend = $"Set it to file: and the path of a PKCS#12 file, and {Variable}_PASSWORD to its password.",
    });
}
