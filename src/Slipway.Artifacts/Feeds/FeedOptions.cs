using System.Security.Cryptography.X509Certificates;

namespace Slipway.Artifacts.Feeds;

/// <summary>Where NuGet packages go, and as whose.</summary>
public sealed record FeedOptions
{
    /// <summary>The address of a feed's index, https, or http on this machine; or a folder, which is made where it is missing.</summary>
    public required string Source { get; init; }

    /// <summary>What the feed knows us by; null where it asks for nothing.</summary>
    public string? ApiKey { get; init; }

    /// <summary>A certificate with its private key, RSA, for code signing, to sign packages with as their author; null for packages as they were released.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>How long one package may take. 5 minutes by default.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);
}
