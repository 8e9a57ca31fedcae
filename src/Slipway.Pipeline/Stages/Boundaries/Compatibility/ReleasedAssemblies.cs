using System.IO.Compression;

namespace Slipway.Pipeline.Stages.Boundaries.Compatibility;

/// <summary>The assemblies in released NuGet packages.</summary>
internal static class ReleasedAssemblies
{
    /// <summary>Writes those for a target framework into a folder.</summary>
    /// <returns>Their names, without the ending.</returns>
    public static async Task<IReadOnlyList<string>> ExtractAsync(IEnumerable<string> packages, string framework, string folder, CancellationToken cancellation)
    {
        var names = new List<string>();
        Directory.CreateDirectory(folder);
        foreach (var package in packages)
        {
            await using var archive = await ZipFile.OpenReadAsync(package, cancellation);
            foreach (var entry in archive.Entries.Where(entry => IsLibrary(entry.FullName, framework)))
            {
                await entry.ExtractToFileAsync(Path.Combine(folder, entry.Name), overwrite: true, cancellation);
                names.Add(Path.GetFileNameWithoutExtension(entry.Name));
            }
        }
        return names;
    }

    private static bool IsLibrary(string path, string framework) =>
        path.Split('/') is ["lib", var of, var file] && of.Equals(framework, StringComparison.OrdinalIgnoreCase) && file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
}
