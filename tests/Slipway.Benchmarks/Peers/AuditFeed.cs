using Slipway.Security.Tests.Packages;

namespace Slipway.Benchmarks.Peers;

/// <summary>
/// A stand-in for a registry's list of vulnerable packages, which knows of none: it speaks NuGet's protocol on the loopback, so that the
/// security stage is measured whole, and no registry with it.
/// </summary>
internal static class AuditFeed
{
    // The same on every machine, because it is an input of every unit.
    private const int Port = 38471;

    public static string Address { get; } = $"http://127.0.0.1:{Port}/index.json";

    public static Feed Start() => new Feed(Port).WithData("{}", "{}");
}
