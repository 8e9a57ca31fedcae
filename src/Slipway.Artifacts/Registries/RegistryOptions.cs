using Slipway.Artifacts.Registries.Credentials;

namespace Slipway.Artifacts.Registries;

/// <summary>How patient a registry's client is, and what it knows. The defaults suit every registry.</summary>
public sealed record RegistryOptions
{
    /// <summary>Gives the credentials of a registry by its host and port; null for none. Default: what Docker's own configuration says.</summary>
    public Func<string, CancellationToken, Task<RegistryCredential?>> Credentials { get; init; } = DockerCredentials.FromEnvironment().FindAsync;

    /// <summary>How often a request is made in all before its fault counts. 5 by default.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How long is waited before the second attempt; doubled before each further one. 500 ms by default. A registry's own Retry-After comes first, up to a minute.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Where a registry has no API for referrers: how long a list of them that was written is left alone, before it is looked at whether somebody
    /// who had read it earlier has overwritten it since; up to twice as long, by chance. 1 second by default.
    /// </summary>
    public TimeSpan ReferrersSettling { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long nothing may move. 60 seconds by default.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What a transfer must reach on the whole, bytes a second; 4,096 by default. One that only just never stops would hold a run for days.</summary>
    public int SlowestRate { get; init; } = 4096;

    /// <summary>How much of a blob goes in one request, bytes; 16 MiB by default. A registry that wants more is given more.</summary>
    public int ChunkSize { get; init; } = 16 << 20;

    /// <summary>Gets what was moved, as it moves.</summary>
    public IProgress<RegistryTransfer>? Progress { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What carries the requests; by default a handler of .NET's own, which believes the authorities of the machine (on Linux also <c>SSL_CERT_FILE</c>).</summary>
    public Func<HttpMessageHandler> Handler { get; init; } = () => new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(15), PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
}
