using System.Collections.Immutable;
using Slipway.Benchmarks.Platforms;

namespace Slipway.Benchmarks.Peers;

/// <summary>What makes a synthetic platform one of Slipway's: the launcher and the build host of the templates, on the packages of this repository.</summary>
internal static class PlatformHost
{
    private const string Mark = ".packed-";

    private static readonly ImmutableArray<string> FromTemplates = ["build.sh", "build/Build.csproj", "build/Program.cs"];

    private static readonly ImmutableArray<(string Path, string Text)> Own =
    [
        ("nuget.config", $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
              <auditSources>
                <clear />
                <add key="benchmark" value="{AuditFeed.Address}" allowInsecureConnections="true" />
              </auditSources>
            </configuration>

            """),
        ("build/Directory.Build.props", """
            <Project>
              <Import Project="../Directory.Build.props" />
              <PropertyGroup>
                <RestoreAdditionalProjectSources>$(SLIPWAY_FEED)</RestoreAdditionalProjectSources>
              </PropertyGroup>
            </Project>

            """),
        ("build/Directory.Packages.props", """
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Slipway.Frosting" Version="$(SlipwayVersion)" />
              </ItemGroup>
            </Project>

            """),
    ];

    private static readonly ImmutableArray<string> Paths = ["build.sh", "build", "nuget.config"];

    /// <returns>The variables by which a platform finds the packages.</returns>
    public static async Task<ImmutableDictionary<string, string>> PackAsync(Workshop workshop)
    {
        await workshop.Runner.RunAsync(new(workshop.Repository, Path.Combine(workshop.Repository, "build.sh"), "--target=Pack"));
        var feed = Path.Combine(workshop.Repository, "artifacts", "feed");
        var mark = Directory.GetFiles(feed, Mark + "*").Single();
        return ImmutableDictionary<string, string>.Empty.Add("SLIPWAY_FEED", feed).Add("SlipwayVersion", Path.GetFileName(mark)[Mark.Length..]);
    }

    /// <summary>Puts them into a tree that lacks them, as a commit: no other tool's tree has them.</summary>
    public static async Task CommitAsync(string repository, string tree)
    {
        Directory.CreateDirectory(Path.Combine(tree, "build"));
        foreach (var path in FromTemplates) File.Copy(Path.Combine(repository, "templates", "platform", path), Path.Combine(tree, path), overwrite: true);
        foreach (var (path, text) in Own) await File.WriteAllTextAsync(Path.Combine(tree, path), text);
        await PlatformWriter.GitAsync(tree, ["add", "--", .. Paths]);
        if ((await PlatformWriter.GitAsync(tree, ["status", "--porcelain", "--", .. Paths])).Length == 0) return;
        await PlatformWriter.GitAsync(tree, ["commit", "--quiet", "--message", "Build with Slipway", "--", .. Paths]);
    }
}
