using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Runtime.InteropServices;
using Slipway.Artifacts.Keys;
using Slipway.Model.Platforms;

namespace Slipway.Frosting.Stamps;

/// <summary>
/// Everything that the launcher looks at before it lets the last run's word stand. Beside what the run itself rested on, it names the files
/// from outside of the repository that .NET's and Node's tools would read, whether they are there or not, and the places where projects asked
/// for something in vain, or by a pattern, that git would not tell of.
/// </summary>
/// <param name="Head">What bash reads itself: whatever a platform has as much of when it grows as when it is small.</param>
/// <param name="Paths">The many paths that the run rested on, in parts that are looked at side by side. They are for other tools to read.</param>
internal sealed record WatchList(string Head, ImmutableArray<string> Paths)
{
    // As many as the launcher looks at at once.
    private const int Parts = 4;

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
    /// <param name="premises">Folders and files that the run rested on, absolute, with everything below them but where a slash ends a folder's path.</param>
    /// <param name="key">The value of <c>--key</c>.</param>
    /// <param name="platform">The platform, whose units declare variables.</param>
    /// <returns>Null where a path cannot be written in a line, or bash cannot tell a variable.</returns>
    public static WatchList? Of(ImmutableArray<string> roots, IEnumerable<string> premises, string? key, Platform platform)
    {
        var root = roots[0] + Path.DirectorySeparatorChar;
        var looked = premises.ToLookup(Path.EndsInDirectorySeparator);
        // What is put into a folder changes it.
        var alone = platform.Units.SelectMany(unit => unit.Projects).SelectMany(project => project.Extensions).Select(folder => Path.GetFullPath(folder, platform.Root))
            .Concat(looked[true].Select(Path.TrimEndingDirectorySeparator)).Distinct(StringComparer.Ordinal).ToLookup(Directory.Exists);
        var own = Outermost([.. looked[false], .. alone[false]]).ToLookup(path => path.StartsWith(root, StringComparison.Ordinal));
        var there = own[true].ToLookup(Path.Exists);
        // Whoever makes what is not there changes the nearest folder that is. Where that holds something else that is watched, it is as quiet as this.
        var quiet = there[true].Select(path => Path.GetDirectoryName(path)!).ToHashSet(StringComparer.Ordinal);
        var paths = new SortedSet<string>(there[true].Concat(there[true].SelectMany(Below)).Concat(alone[true]), StringComparer.Ordinal);
        var rest = new List<string>(own[false]);
        foreach (var path in there[false])
        {
            if (Nearest(path) is var folder && quiet.Contains(folder)) paths.Add(folder);
            else rest.Add(path);
        }
        string[] parts = [.. paths.Chunk(Math.Max(1, (paths.Count + Parts - 1) / Parts)).Select(part => Listed(CommonFolder(part[0], part[^1]), part))];
        return Text(roots[0], roots, roots, rest, key, platform) is not { } head ? null
            : new(head, [.. parts, .. Enumerable.Repeat("", Parts - parts.Length)]);
    }

    /// <summary>The head alone, without work trees: what lies outside of the repository, and has a say in how it is read.</summary>
    public static string? Around(string root, Platform platform) => Text(platform.Root, [], [root], [], null, platform);

    /// <summary>A list of paths for other tools than bash. From where they are told comes first: the shorter a path, the sooner it is looked up.</summary>
    public static string Listed(string folder, IEnumerable<string> paths)
    {
        var below = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        // What is elsewhere is told as it is: from where a link leads to there is another way up.
        return Ended([folder, .. paths.Select(path => path == folder ? "." : path.StartsWith(below, StringComparison.Ordinal) ? path[below.Length..] : path)], '\0');
    }

    /// <summary>Whether these very lists lie there.</summary>
    public bool LieAt(string file) => Files(file).All(part => File.Exists(part.Path) && File.ReadAllText(part.Path) == part.Text);

    public void Write(string file)
    {
        foreach (var (path, text) in Files(file)) RunStamp.Write(path, text);
    }

    /// <summary>Takes away whatever lists lie there, and what was found by them.</summary>
    public void Delete(string file)
    {
        foreach (var (path, _) in Files(file).Reverse()) File.Delete(path);
        KeptWalk.Delete(file);
    }

    // The head is looked for, so it comes last.
    private IEnumerable<(string Path, string Text)> Files(string head) =>
        [.. Paths.Select((part, number) => ($"{head}.{number + 1}", part)), (head, Head)];

    private static string? Text(string root, ImmutableArray<string> watched, ImmutableArray<string> roots, IEnumerable<string> premises, string? key, Platform platform)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        var places = KeyPlaces.FromEnvironment(platform.Root);
        var variables = platform.Settings.Variables.Concat(platform.Units.SelectMany(unit => unit.Variables.Concat(unit.Projects.SelectMany(project => project.Variables)))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        if (!variables.All(IsKnownToBash)) return null;
        string[] whole = [.. Outermost([.. premises, .. Homely.Select(path => Path.Join(home, path)), .. Common, .. places.Paths(key)])];
        var single = roots.SelectMany(Above).Concat(AskedInVain(platform)).Concat(Sdks()).Append(Path.Join(AppContext.BaseDirectory, "Build.dll"));
        var trees = whole.Where(Directory.Exists).Order(StringComparer.Ordinal);
        var others = single.Concat(whole.Where(path => !Directory.Exists(path))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToLookup(Path.Exists);
        IEnumerable<string>[] parts = [[root], watched, others[false], variables, others[true], trees];
        return parts.Any(part => part.Any(IsNoLine)) ? null : string.Concat(parts.Select(part => Ended(part, '\n') + '\0'));
    }

    // It lists those alone that could be its own.
    private static bool IsKnownToBash(string variable) => variable.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    // Whoever makes what is not there makes the folders that it lacks first.
    private static IEnumerable<string> AskedInVain(Platform platform) => platform.Units.SelectMany(unit => unit.Projects)
        .SelectMany(project => project.Asked.Concat(project.Outside)).Distinct(StringComparer.Ordinal)
        .Select(path => Path.GetFullPath(path, platform.Root)).Where(path => !Path.Exists(path)).Select(FirstMissing);

    private static string FirstMissing(string path) => Path.GetDirectoryName(path)! is var folder && Path.Exists(folder) ? path : FirstMissing(folder);

    private static bool IsNoLine(string text) => text.AsSpan().ContainsAny('\n', '\r');

    private static string Ended(IEnumerable<string> texts, char end) => string.Concat(texts.Select(text => text + end));

    // The deepest that the first and the last of ordered paths are in, and all between them with them.
    private static string CommonFolder(string first, string last) =>
        Path.GetDirectoryName(first[..first.AsSpan().CommonPrefixLength(last)]) ?? Path.GetPathRoot(first)!;

    // What a link leads to is elsewhere, and whoever changes where it leads changes its folder.
    private static IEnumerable<string> Below(string path) => !Directory.Exists(path) ? [] :
        new FileSystemEnumerable<string>(path, (ref entry) => entry.ToFullPath(), new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false });

    private static string Nearest(string path) => Path.GetDirectoryName(path)! is var folder && Path.Exists(folder) ? folder : Nearest(folder);

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
