using System.Collections.Immutable;
using Slipway.Machine.Files;

namespace Slipway.Acceptance.Tests.Harness;

/// <summary>A second copy of the reference platform, elsewhere, with a folder of packages of its own and the cache of the first.</summary>
internal sealed class PlatformClone : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-elsewhere-");

    private PlatformClone()
    {
    }

    public string Root => Path.Combine(_folder.FullName, "deeper", "platform");

    /// <summary>What was compiled and packaged: assemblies, symbols and what ships, by path, with their digests.</summary>
    public ImmutableSortedDictionary<string, string> Made => MadeIn(Root);

    private string Packages => Path.Combine(_folder.FullName, "packages");

    public static async Task<PlatformClone> MakeAsync()
    {
        var clone = new PlatformClone();
        await Repository.CopyPlatformAsync(clone.Root);
        await Git.BeginAsync(clone.Root);
        // Fetched already; shared, because nobody writes into a package.
        FileTree.Copy(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"), clone.Packages, hardLinks: true);
        return clone;
    }

    public static ImmutableSortedDictionary<string, string> MadeIn(string root)
    {
        var shipped = Shipped(root);
        return FileTree.Files(root, folder => folder is not ("artifacts/work" or "artifacts/tools" or "artifacts/feed" or "node_modules" or ".git"))
            .Where(file => file.StartsWith("artifacts/releases/", StringComparison.Ordinal) ? shipped.Contains(file) : Path.GetExtension(file) is ".dll" or ".pdb")
            .ToImmutableSortedDictionary(file => file, file => FileDigest.OfFile(Path.Combine(root, file)).ToString(), StringComparer.Ordinal);
    }

    public Task<Run> RunAsync(params string[] arguments) => RunAsync(Launcher.Environment, arguments);

    /// <summary>The same with a cache of its own: nothing that was built elsewhere helps.</summary>
    public Task<Run> RunAloneAsync(params string[] arguments) =>
        RunAsync(Launcher.Environment.SetItem("SLIPWAY_CACHE", Path.Combine(_folder.FullName, "cache")), arguments);

    private Task<Run> RunAsync(ImmutableDictionary<string, string?> environment, string[] arguments) =>
        Launcher.RunAsync(environment.SetItem("NUGET_PACKAGES", Packages), [$"--platform={Root}", .. arguments]);

    public Plant Append(string path, string text) => Plant.Append(Path.Combine(Root, path), text);

    /// <summary>Removes what builds left.</summary>
    public void Wipe()
    {
        foreach (var folder in Directory.GetDirectories(Root, "*", SearchOption.AllDirectories).Where(folder => Path.GetFileName(folder) is "bin" or "obj"))
        {
            if (Directory.Exists(folder) && !folder.Contains("node_modules", StringComparison.Ordinal)) FileTree.Delete(folder);
        }
        FileTree.Delete(Path.Combine(Root, "artifacts"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // The index and the manifests of statements follow from signatures, which are others each time.
    private static HashSet<string> Shipped(string root) => MadeReleases.In(root)
        .SelectMany(release => release.Manifest.Content.Files.Select(file => $"artifacts/releases/{release.Unit}/{release.Version}/{file.Path}"))
        .ToHashSet(StringComparer.Ordinal);
}
