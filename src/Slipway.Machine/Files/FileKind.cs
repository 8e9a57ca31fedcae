namespace Slipway.Machine.Files;

/// <summary>
/// What a path is, told without opening it: opening a named pipe waits for its other end, and a device may never come to an end.
/// </summary>
public static class FileKind
{
    /// <summary>What it is if not a file that can be read to its end, such as "a folder"; null for one that can, and for nothing at all.</summary>
    public static string? Other(string path) => Directory.Exists(path) ? "a folder" : FileStatus.Of(path)?.Kind switch
    {
        0x1000 => "a named pipe",
        0x2000 or 0x6000 => "a device",
        0xC000 => "a socket",
        _ => null,
    };

    /// <summary>Whether anything has that name, a link that leads nowhere included.</summary>
    public static bool IsThere(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
