using System.Collections.Immutable;
using Slipway.Machine.Files;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>What the embedded base of a Node program is made of.</summary>
internal static class NodeContent
{
    // What the C library asks for only when a name is looked up. Node brings its own TLS.
    private static readonly string[][] Asked = [["libresolv.so.2"], ["libnss_files.so.2"], ["libnss_dns.so.2"]];

    /// <param name="program">Node itself, absolute.</param>
    public static EmbeddedContent Of(string program)
    {
        var runtime = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        runtime["usr/local/bin/node"] = program;
        var prefix = Path.GetDirectoryName(Path.GetDirectoryName(program))!;
        foreach (var license in (string[])["LICENSE", "share/doc/nodejs/LICENSE"])
            if (RealPath.Of(Path.Combine(prefix, license)) is { } real && File.Exists(real)) runtime["usr/local/share/doc/node/LICENSE"] = real;
        return new()
        {
            System = EmbeddedContent.SystemFiles([program], Asked),
            Runtime = runtime.ToImmutable(),
            Environment = ["PATH=/usr/local/bin", "HOME=/tmp", EmbeddedContent.CertificatesVariable],
        };
    }
}
