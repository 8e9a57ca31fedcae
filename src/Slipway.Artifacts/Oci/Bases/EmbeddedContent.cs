using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Slipway.Machine.Files;
using Slipway.Model;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>What the embedded base is made of: files of this machine by where they will lie, in two layers.</summary>
internal sealed record EmbeddedContent
{
    // A program runs as app, whose home is the one place where it may be let write; names are asked of the file, then of the network.
    private static readonly ImmutableSortedDictionary<string, string> Texts = ImmutableSortedDictionary<string, string>.Empty
        .Add("etc/passwd", "root:x:0:0:root:/root:/sbin/nologin\napp:x:1654:1654::/tmp:/sbin/nologin\n")
        .Add("etc/group", "root:x:0:\napp:x:1654:\n")
        .Add("etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");

    private const string Certificates = "etc/ssl/certs/ca-certificates.crt";

    /// <summary>Tells whoever uses OpenSSL where they lie.</summary>
    public const string CertificatesVariable = $"SSL_CERT_FILE=/{Certificates}";

    private const string Zones = "usr/share/zoneinfo";

    // All zones in one file: it changes with any of them.
    private static readonly KeyValuePair<string, string> ZonesFile = new($"{Zones}/tzdata.zi", $"/{Zones}/tzdata.zi");

    /// <summary>What the runtime loads, and certificates: by path in the image.</summary>
    public required ImmutableSortedDictionary<string, string> System { get; init; }

    /// <summary>The runtime itself, .NET or Node: by path in the image.</summary>
    public required ImmutableSortedDictionary<string, string> Runtime { get; init; }

    /// <summary>What programs find set: <c>NAME=value</c>.</summary>
    public required ImmutableArray<string> Environment { get; init; }

    /// <summary>Over path, size and time of each file: the same where the same packages are installed. No file is read.</summary>
    public Digest Key => Digest.Of(new StringBuilder("embedded base 1\n").AppendJoin('\n', System.Concat(Runtime).Append(ZonesFile).Select(Stamp)).ToString());

    public TarLayer SystemLayer()
    {
        var files = System.ToBuilder();
        // The same zones again by other names, for programs that count leap seconds.
        foreach (var zone in FileTree.Files($"/{Zones}", folder => folder is not ("posix" or "right"))) TryAdd(files, $"/{Zones}/{zone}", $"{Zones}/{zone}");
        var layer = LayerOf(files);
        foreach (var (path, text) in Texts) layer.AddText(path, Encoding.ASCII.GetBytes(text));
        layer.AddSharedFolder("tmp");
        return layer;
    }

    public TarLayer RuntimeLayer() => LayerOf(Runtime);

    /// <summary>What programs load, with certificates and the system's name.</summary>
    /// <param name="programs">Programs and libraries, absolute.</param>
    /// <param name="asked">What they ask for only when it is used, by file name; of each the first that is there.</param>
    public static ImmutableSortedDictionary<string, string> SystemFiles(IReadOnlyCollection<string> programs, string[][] asked)
    {
        var files = SystemLibraries.Of(programs, asked).ToBuilder();
        TryAdd(files, $"/{Certificates}", Certificates);
        TryAdd(files, "/etc/os-release", "etc/os-release");
        return files.ToImmutable();
    }

    /// <summary>Adds a file where it is there, links followed.</summary>
    public static void TryAdd(ImmutableSortedDictionary<string, string>.Builder files, string source, string path)
    {
        if (RealPath.Of(source) is { } real && File.Exists(real)) files[path] = real;
    }

    private static TarLayer LayerOf(IEnumerable<KeyValuePair<string, string>> files)
    {
        var layer = new TarLayer();
        foreach (var (path, source) in files) layer.AddFile(path, source);
        return layer;
    }

    // Certificates are put together when they are installed, so their time says when that was.
    private static string Stamp(KeyValuePair<string, string> file)
    {
        if (file.Key == Certificates) return $"{file.Key} {FileDigest.OfFile(file.Value)}";
        var info = new FileInfo(file.Value);
        if (!info.Exists) return $"{file.Key} is not there";
        return string.Create(CultureInfo.InvariantCulture, $"{file.Key} {info.Length} {new DateTimeOffset(info.LastWriteTimeUtc).ToUnixTimeSeconds()}");
    }
}
