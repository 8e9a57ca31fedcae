using Slipway.Compatibility.Rules;

namespace Slipway.Compatibility.PublicApi;

/// <summary>What must not happen to a package's assemblies. What counts in detail is for ApiCompat to say, with its own <c>CP</c> ids.</summary>
internal static class PublicApiRules
{
    public static BreakRule Assembly { get; } = new(
        "assembly-removed", Direction.Operation, Gravity.Break, "Whoever links the package does not find an assembly any more.",
        new(Place.Document, "lib/net10.0/A.dll, lib/net10.0/B.dll", "lib/net10.0/A.dll", "lib/net10.0/A.dll, lib/net10.0/B.dll, lib/net10.0/C.dll"));

    public static BreakRule Member { get; } = new(
        "public-api-removed", Direction.Operation, Gravity.Break, "Whoever compiles against the package, or was compiled against it, does not find a type or member as it was.",
        new(Place.Document, "public string Name { get; }", "public int Name { get; }", "public string Name { get; } public int Age { get; }"));
}
