using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Security.Compile;

/// <summary>What the security compile needs on disk. SecurityCodeScan is fetched (LGPL-3.0) and never redistributed by us.</summary>
public sealed record SecurityTools
{
    private const string Package = "SecurityCodeScan.VS2019";
    private const string Version = "5.6.7";

    // Of the package that was reviewed, as NuGet writes it down: SHA-512 of its content.
    private const string ContentHash = "WIE9RJswdSc2j+rLz2gW6U+gMUjMHzY2j7C/CL8/R2olXNM/+twarfMnWqm+rZodDBvaYDApJyxM8mVYf9FGrQ==";

    /// <summary>The targets that are injected into the compile; the rules' configuration lies beside them.</summary>
    public required string Targets { get; init; }

    /// <summary>The folder of the additional analyzers; null where the feed does not have them.</summary>
    public string? Analyzers { get; init; }

    /// <summary>Why the additional analyzers are left out: a stated skip. Null when they are there.</summary>
    public string? Unavailable { get; init; }

    /// <summary>Versions of the tools, by name, for the stage's record.</summary>
    public IReadOnlyDictionary<string, string> Versions => Analyzers is null
        ? new Dictionary<string, string>()
        : new Dictionary<string, string> { [Package] = Version };

    /// <summary>Writes and fetches what is not there yet. The second time it takes a few milliseconds.</summary>
    /// <param name="toolsFolder">Where tools lie, absolute: <c>artifacts/tools</c>.</param>
    /// <param name="platformRoot">Where the <c>nuget.config</c> with the platform's feeds is looked for, upwards.</param>
    /// <param name="processes">Runs the restore.</param>
    /// <param name="cancellationToken">Stops the restore.</param>
    /// <exception cref="KnownFailureException">The package that the feed gave is not the one that was reviewed.</exception>
    public static async Task<SecurityTools> EnsureAsync(
        string toolsFolder, string platformRoot, IProcessRunner processes, CancellationToken cancellationToken = default)
    {
        var folder = Path.Combine(toolsFolder, "security");
        foreach (var file in (string[])["Slipway.Security.targets", "Slipway.Security.globalconfig"]) Write(Path.Combine(folder, file), Resource(file));
        var tools = new SecurityTools { Targets = Path.Combine(folder, "Slipway.Security.targets") };

        var package = new PackageDownload(folder, Package, Version);
        if (!package.IsThere)
        {
            var fetched = await package.FetchAsync(platformRoot, processes, cancellationToken).ConfigureAwait(false);
            if (!fetched.Succeeded) return tools with { Unavailable = $"{Package} {Version} could not be fetched: {Reason(fetched)}" };
        }
        Verify(package.Path);
        return tools with { Analyzers = Path.Combine(package.Path, "analyzers", "dotnet") };
    }

    internal static string Resource(string name)
    {
        using var stream = typeof(SecurityTools).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Reason(ProcessResult restore) =>
        restore.Tail.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))?.Trim() ?? $"exit code {restore.ExitCode}";

    private static void Verify(string package)
    {
        using var metadata = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, ".nupkg.metadata")));
        if (metadata.RootElement.GetProperty("contentHash").GetString() == ContentHash) return;
        throw new KnownFailureException(new Problem
        {
            Code = Codes.ToolTampered,
            Message = $"{Package} {Version} from the platform's feed is not the package that was reviewed: its content has another hash",
            File = package,
            Mend = "find out who changed the package in the feed; delete the folder to fetch it again",
        });
    }

    // What is there already keeps its time, so that nothing that depends on it is built again.
    private static void Write(string path, string content)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != content) AtomicFile.WriteAllText(path, content);
    }
}
