using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Switch;

/// <summary>The SDK on a copy of the repository.</summary>
internal sealed class Dotnet(RepositoryCopy copy)
{
    private static string UserPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Packs a stand-in under the package's name into the copy's <c>feed</c>.</summary>
    public void Pack(string standIn) => Run(UserPackages, "pack", $"src/Upstream/{standIn}", "-p:PackStandIns=true", "-o", copy.At("feed"));

    /// <summary>
    /// Builds a project on packages. Into a package folder of its own: a stand-in that once lay in the user's would be taken for
    /// the real package for ever after. What the user already has is read from there all the same.
    /// </summary>
    public void BuildOnPackages(string project)
        => Run(copy.At("packages"), "build", project, "-p:UseUpstreamPackages=true", $"-p:RestoreFallbackFolders={UserPackages}");

    private void Run(string packages, string verb, string project, params IEnumerable<string> options)
    {
        var dotnet = new ChildProcess("dotnet", TimeSpan.FromMinutes(12))
        {
            // The copy is no git work tree, so nobody could tell it a version of its own.
            Environment = { ["NUGET_PACKAGES"] = packages, ["MSBUILDDISABLENODEREUSE"] = "1", ["SlipwayVersion"] = "0.0.1" },
        };
        var (exitCode, output) = dotnet.Run([verb, copy.At(project), "-nologo", "-v:q", "-p:UseSharedCompilation=false", .. options]);
        Assert.True(exitCode == 0, $"dotnet {verb} {project} exited with {exitCode}.\n{output}");
    }
}
