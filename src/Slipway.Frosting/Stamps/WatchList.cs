using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Slipway.Artifacts.Keys;
using Slipway.Model.Platforms;

namespace Slipway.Frosting.Stamps;

/// <summary>
/// Everything that the launcher looks at before it lets the last run's word stand. Beside what the run itself rested on, it names the files
/// from outside of the repository that .NET's and Node's tools would read, whether they are there or not.
/// </summary>
internal static class WatchList
{
    // What tools look for from a folder upwards. Within the repository git knows of them.
    private static readonly string[] Upwards =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Build.rsp", "Directory.Packages.props", "global.json", ".editorconfig", ".globalconfig",
        "nuget.config", "NuGet.config", "NuGet.Config", "package.json", ".npmrc", "node_modules",
    ];

    private static readonly string[] Homely =
        [".nuget/NuGet/NuGet.Config", ".config/NuGet/NuGet.Config", ".nuget/config", ".config/NuGet/config", ".npmrc", ".gitconfig", ".config/git"];

    private static readonly string[] Common = ["/etc/opt/NuGet/Config", "/Library/Application Support/NuGet/Config", "/etc/npmrc", "/etc/gitconfig"];

    /// <param name="roots">Work trees of git, absolute.</param>
    /// <param name="trees">Folders and files that the run rested on, absolute, with everything below them.</param>
    /// <param name="key">The value of <c>--key</c>.</param>
    /// <param name="platform">The platform, whose units declare variables.</param>
    /// <returns>Null where a path cannot be written in a line.</returns>
    public static string? Of(ImmutableArray<string> roots, IEnumerable<string> trees, string? key, Platform platform) =>
        Text([.. roots.Select(root => $"git {root}"), .. Outside(roots, trees, key, platform)]);

    /// <summary>The same without the work trees themselves: what lies outside of the repository, and has a say in how it is read.</summary>
    public static string? Of(string root, Platform platform) => Text([.. Outside([root], [], null, platform)]);

    private static IEnumerable<string> Outside(ImmutableArray<string> roots, IEnumerable<string> trees, string? key, Platform platform)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        var places = KeyPlaces.FromEnvironment(platform.Root);
        var variables = platform.Settings.Variables.Concat(platform.Units.SelectMany(unit => unit.Variables.Concat(unit.Projects.SelectMany(project => project.Variables)))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var whole = trees.Concat(Homely.Select(path => Path.Join(home, path))).Concat(Common).Concat(places.Paths(key));
        var single = roots.SelectMany(Above).Concat(Sdks()).Append(Path.Join(AppContext.BaseDirectory, "Build.dll"));
        return Lines("tree", Outermost([.. whole])).Concat(Lines("path", single)).Concat(variables.Select(name => $"variable {name}"));
    }

    private static string? Text(ImmutableArray<string> lines) =>
        lines.Any(line => line.AsSpan().ContainsAny('\n', '\r')) ? null : new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString();

    private static IEnumerable<string> Lines(string kind, IEnumerable<string> paths) =>
        paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(path => Path.Exists(path) ? $"{kind} {path}" : $"absent {path}");

    // A folder stands for all below it, which need not be looked at twice.
    private static IEnumerable<string> Outermost(HashSet<string> paths)
    {
        return paths.Where(path => !IsBelow(path));

        bool IsBelow(string path)
        {
            for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
                if (paths.Contains(folder)) return true;
            return false;
        }
    }

    private static IEnumerable<string> Above(string root)
    {
        for (var folder = Path.GetDirectoryName(root); folder is not null; folder = Path.GetDirectoryName(folder))
            foreach (var name in Upwards)
                yield return Path.Join(folder, name);
    }

    private static IEnumerable<string> Sdks()
    {
        var installed = Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        foreach (var folder in (string[])["sdk", "shared/Microsoft.NETCore.App", "shared/Microsoft.AspNetCore.App", "packs"])
        {
            var path = Path.Join(installed, folder);
            yield return path;
            if (!Directory.Exists(path)) continue;
            foreach (var version in Directory.EnumerateDirectories(path)) yield return version;
        }
    }
}
