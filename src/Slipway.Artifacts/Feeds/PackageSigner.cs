using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NuGet.Common;
using NuGet.Packaging.Signing;
using Slipway.Model.Problems;
using HashAlgorithmName = NuGet.Common.HashAlgorithmName;

namespace Slipway.Artifacts.Feeds;

/// <summary>Signs a copy of a package as its author; the release keeps the one that its digest names.</summary>
internal static class PackageSigner
{
    /// <exception cref="BadInputException">The certificate does not serve.</exception>
    public static async Task SignAsync(string package, string target, X509Certificate2 certificate, CancellationToken cancellation)
    {
        try
        {
            using var options = SigningOptions.CreateFromFilePaths(package, target, overwrite: true, new X509SignatureProvider(timestampProvider: null), NullLogger.Instance);
            // The request disposes of the certificate that it is given.
            using var request = new AuthorSignPackageRequest(new X509Certificate2(certificate), HashAlgorithmName.SHA256);
            await SigningUtility.SignAsync(options, request, cancellation);
        }
        catch (Exception error) when (error is SignatureException or CryptographicException)
        {
            throw new BadInputException(
                new Problem
                {
                    Code = Codes.PackageNotSigned,
                    Message = $"{Path.GetFileName(package)} cannot be signed with the certificate {certificate.Subject}: {error.Message}",
                    Mend = "NuGet wants an RSA certificate of 2048 bits or more for code signing, valid now, with its private key.",
                },
                error);
        }
    }
}
