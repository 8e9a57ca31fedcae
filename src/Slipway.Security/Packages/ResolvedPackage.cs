using NuGet.Packaging.Core;

namespace Slipway.Security.Packages;

/// <summary>A package that a restore has resolved.</summary>
/// <param name="Identity">Id and version.</param>
/// <param name="Route">From a package that a project asks for to this one, ends included: one name when it is asked for directly.</param>
/// <param name="Project">The project file, relative to the platform's root.</param>
internal sealed record ResolvedPackage(PackageIdentity Identity, IReadOnlyList<string> Route, string Project)
{
    public bool IsDirect => Route.Count == 1;

    /// <summary>Empty for a direct package; else <c> (brought by A → B)</c>.</summary>
    public string Through => IsDirect ? "" : $" (brought by {string.Join(" → ", Route.SkipLast(1))})";
}
