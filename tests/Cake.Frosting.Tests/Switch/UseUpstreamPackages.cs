using System.IO.Compression;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Switch;

[Trait("Category", "Slow")]
public sealed class UseUpstreamPackages
{
    private const string TestProject = "tests/Cake.Frosting.Tests";

    // The registry lacks the real packages. The stand-ins, packed under their names, prove that the switch finds packages.
    [Fact]
    public void Builds_this_very_project_on_packages_with_no_other_line_changed()
    {
        using var feed = PackStandIns();
        using var copy = CopyOn(feed);
        copy.Take("tests", whole: false);
        copy.Take(TestProject);

        new Dotnet(copy).BuildOnPackages(TestProject);

        Assert.Equal(PackedFrosting(feed), File.ReadAllBytes(copy.At(TestProject, "bin/Debug/net10.0/Cake.Frosting.dll")));
        Assert.Contains("\"Verify.XunitV3\"", File.ReadAllText(copy.At(TestProject, "packages.upstream.lock.json")));
        var (exitCode, output) = new ChildProcess(copy.At(TestProject, "bin/Debug/net10.0/Sample"), TimeSpan.FromMinutes(1)).Run();
        Assert.Equal(0, exitCode);
        Assert.Contains("Hello from the sample.", output);
    }

    [Fact]
    public void Builds_the_host_and_everything_below_it_on_packages_with_no_other_line_changed()
    {
        using var feed = PackStandIns();
        using var copy = CopyOn(feed);
        copy.Take("src", whole: false);
        copy.TakeEach("src", "Slipway.*");
        copy.Take("build");

        new Dotnet(copy).BuildOnPackages("build");

        Assert.Equal(PackedFrosting(feed), File.ReadAllBytes(copy.At("build/bin/Debug/net10.0/Cake.Frosting.dll")));
        Assert.Contains("\"Cake.Docker\"", File.ReadAllText(copy.At("build/packages.upstream.lock.json")));
    }

    // What stands in for the packages is not there: only the switch is.
    private static RepositoryCopy CopyOn(RepositoryCopy feed)
    {
        var copy = new RepositoryCopy();
        copy.Take("src/Upstream", whole: false);
        File.WriteAllText(copy.At("nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="stand-ins" value="{feed.At("feed")}" />
              </packageSources>
            </configuration>
            """);
        return copy;
    }

    private static RepositoryCopy PackStandIns()
    {
        var copy = new RepositoryCopy();
        copy.Take("src/Upstream");
        Array.ForEach(["Cake.Frosting", "Cake.Docker", "Verify.XunitV3"], new Dotnet(copy).Pack);
        return copy;
    }

    private static byte[] PackedFrosting(RepositoryCopy feed)
    {
        var package = Assert.Single(Directory.GetFiles(feed.At("feed"), "Cake.Frosting.*.nupkg"));
        using var archive = ZipFile.OpenRead(package);
        Assert.NotNull(archive.GetEntry("lib/net10.0/Cake.Core.dll"));
        Assert.NotNull(archive.GetEntry("licenses/Cake/LICENSE"));
        using var bytes = new MemoryStream();
        archive.GetEntry("lib/net10.0/Cake.Frosting.dll")!.Open().CopyTo(bytes);
        return bytes.ToArray();
    }
}
