using System.Formats.Tar;

namespace Slipway.Artifacts.Oci;

/// <summary>
/// A layer whose bytes follow from its files' names, bytes and right to be run alone. GNU's format, because .NET's PAX names hold the process
/// id; no times and no owners. Memory does not grow with the files.
/// </summary>
internal sealed class TarLayer
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Execute = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Everybody = Execute | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.StickyBit;

    private readonly SortedDictionary<string, Func<GnuTarEntry>> _entries = new(StringComparer.Ordinal);

    /// <summary>Every file below a folder. Links have to be resolved before.</summary>
    /// <param name="prefix">Where the files will lie: <c>app/</c>; empty for the root.</param>
    public static TarLayer Of(string folder, IEnumerable<string> files, string prefix)
    {
        var layer = new TarLayer();
        foreach (var file in files) layer.AddFile(prefix + file, Path.Combine(folder, file));
        return layer;
    }

    /// <param name="path">Where it will lie, without a leading slash.</param>
    /// <param name="source">Whose bytes; a link is followed.</param>
    public void AddFile(string path, string source)
    {
        var runs = !OperatingSystem.IsWindows() && File.GetUnixFileMode(source).HasFlag(UnixFileMode.UserExecute);
        Add(path, () => Entry(TarEntryType.RegularFile, path, runs ? Execute : Plain), () => File.OpenRead(source));
    }

    public void AddText(string path, byte[] content) =>
        Add(path, () => Entry(TarEntryType.RegularFile, path, Plain), () => new MemoryStream(content, writable: false));

    /// <summary>A folder that everybody may write into, such as <c>tmp</c>.</summary>
    public void AddSharedFolder(string path) => _entries[path + "/"] = () => Entry(TarEntryType.Directory, path + "/", Everybody);

    public async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        await using var writer = new TarWriter(stream, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var make in _entries.Values)
        {
            var entry = make();
            await using var content = entry.DataStream;
            await writer.WriteEntryAsync(entry, cancellation);
        }
    }

    private void Add(string path, Func<GnuTarEntry> entry, Func<Stream> open)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            var parent = path[..(slash + 1)];
            _entries.TryAdd(parent, () => Entry(TarEntryType.Directory, parent, Execute));
        }
        _entries[path] = () =>
        {
            var made = entry();
            made.DataStream = open();
            return made;
        };
    }

    private static GnuTarEntry Entry(TarEntryType type, string path, UnixFileMode mode) => new(type, path)
    {
        Mode = mode,
        ModificationTime = DateTimeOffset.UnixEpoch,
        AccessTime = DateTimeOffset.UnixEpoch,
        ChangeTime = DateTimeOffset.UnixEpoch,
    };
}
