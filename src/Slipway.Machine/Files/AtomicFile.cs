using System.Text;
using System.Text.Json;

namespace Slipway.Machine.Files;

/// <summary>Writes a file so that every reader sees the old content or the new, never a part.</summary>
public static class AtomicFile
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes beside the target under a temporary name, then renames. Folders are created.</summary>
    /// <param name="path">The target.</param>
    /// <param name="content">All of it.</param>
    /// <param name="mode">Permissions, set before the content is written; what the umask leaves by default.</param>
    /// <param name="durable">Whether the content must have reached the disk before the name does: for ledgers and keys, not for reports.</param>
    public static void WriteAllBytes(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null, bool durable = false)
    {
        var target = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target) ?? throw new ArgumentException($"'{path}' names no file.", nameof(path));
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (mode is not null && !OperatingSystem.IsWindows()) options.UnixCreateMode = mode;
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: durable);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static void WriteAllText(string path, string content, UnixFileMode? mode = null, bool durable = false) =>
        WriteAllBytes(path, Encoding.UTF8.GetBytes(content), mode, durable);

    /// <summary>Indented JSON with a line end; camel case unless the options say otherwise.</summary>
    public static void WriteJson<T>(string path, T value, JsonSerializerOptions? options = null, UnixFileMode? mode = null, bool durable = false) =>
        WriteAllText(path, JsonSerializer.Serialize(value, options ?? _json) + "\n", mode, durable);
}
