using System.Reflection;

namespace ServiceDefaults;

/// <summary>What a build does with a service that it has just compiled.</summary>
public static class BuildTime
{
    /// <summary>
    /// Whether the service was loaded only to write down its API: nothing is served, and what a deployment would configure is not there. A service that
    /// refuses to start without it has to let this pass.
    /// </summary>
    public static bool DescribesApi { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";
}
