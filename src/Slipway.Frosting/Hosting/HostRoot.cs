namespace Slipway.Frosting.Hosting;

/// <summary>The folder of the launcher: it says so itself in <c>SLIPWAY_ROOT</c>; without it, the current folder.</summary>
internal static class HostRoot
{
    public static string Find() =>
        Path.GetFullPath(Environment.GetEnvironmentVariable("SLIPWAY_ROOT") is { Length: > 0 } root ? root : Environment.CurrentDirectory);
}
