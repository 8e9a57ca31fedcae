using System.Runtime.CompilerServices;

namespace Slipway.Tests;

/// <summary>Each of hundreds of checkouts that tests make would leave an MSBuild for its next run, which never comes. Tests of what stays take this away.</summary>
internal static class NothingStays
{
    [ModuleInitializer]
    internal static void Say() => Environment.SetEnvironmentVariable("MSBUILDDISABLENODEREUSE", "1");
}
