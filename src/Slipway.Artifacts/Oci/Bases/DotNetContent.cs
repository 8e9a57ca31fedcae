using System.Collections.Immutable;
using Slipway.Machine.Files;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>What the embedded base of a .NET program is made of.</summary>
internal static class DotNetContent
{
    // What .NET asks for only when it is used, and so names nowhere; of TLS the first that is there. Older C libraries have names apart.
    private static readonly string[][] Asked =
        [["libssl.so.3", "libssl.so.1.1"], ["libcrypto.so.3", "libcrypto.so.1.1"], ["libresolv.so.2"], ["libnss_files.so.2"], ["libnss_dns.so.2"]];

    /// <param name="root">Of the .NET to take.</param>
    /// <param name="frameworks">Name and version of what to take of it.</param>
    public static EmbeddedContent Of(string root, ImmutableArray<(string Name, string Version)> frameworks)
    {
        var runtime = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in (string[])["dotnet", "LICENSE.txt", "ThirdPartyNotices.txt"]) EmbeddedContent.TryAdd(runtime, Path.Combine(root, name), $"usr/share/dotnet/{name}");
        AddFolder(runtime, root, Path.GetRelativePath(root, DotNetRoot.ResolverOf(root)));
        foreach (var (name, version) in frameworks) AddFolder(runtime, root, $"shared/{name}/{version}");
        return new()
        {
            System = EmbeddedContent.SystemFiles([.. runtime.Values.Where(IsProgram)], Asked),
            Runtime = runtime.ToImmutable(),
            Environment =
            [
                "PATH=/usr/share/dotnet", "DOTNET_ROOT=/usr/share/dotnet", "HOME=/tmp", EmbeddedContent.CertificatesVariable,
                // The tables of all languages are larger than all the rest.
                "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1",
            ],
        };
    }

    private static bool IsProgram(string file) => file.EndsWith(".so", StringComparison.Ordinal) || Path.GetFileName(file) == "dotnet";

    private static void AddFolder(ImmutableSortedDictionary<string, string>.Builder files, string root, string folder)
    {
        foreach (var file in FileTree.Files(Path.Combine(root, folder))) EmbeddedContent.TryAdd(files, Path.Combine(root, folder, file), $"usr/share/dotnet/{folder}/{file}");
    }
}
