namespace Slipway.Acceptance.Tests.Harness;

/// <summary>A change of one file, undone when it is disposed.</summary>
internal sealed class Plant : IDisposable
{
    private readonly string _path;
    private readonly byte[]? _before;
    private readonly string? _newFolder;

    private Plant(string path)
    {
        _path = path;
        _before = File.Exists(path) ? File.ReadAllBytes(path) : null;
        _newFolder = TopmostMissing(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    }

    public static Plant Write(string path, string content)
    {
        var plant = new Plant(path);
        File.WriteAllText(path, content);
        return plant;
    }

    public static Plant Append(string path, string text) => Write(path, File.ReadAllText(path) + text);

    /// <param name="path">The file.</param>
    /// <param name="text">What must stand in it once.</param>
    /// <param name="by">What stands there instead.</param>
    public static Plant Replace(string path, string text, string by)
    {
        var parts = File.ReadAllText(path).Split(text);
        Assert.True(parts.Length == 2, $"'{text}' must stand in {path} once, but stands there {parts.Length - 1} times.");
        return Write(path, string.Join(by, parts));
    }

    /// <summary>Turns one bit in the middle of the file.</summary>
    public static Plant TurnBit(string path)
    {
        var plant = new Plant(path);
        byte[] bytes = [.. plant._before!];
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        return plant;
    }

    public void Dispose()
    {
        if (_newFolder is not null) Directory.Delete(_newFolder, recursive: true);
        else if (_before is null) File.Delete(_path);
        else File.WriteAllBytes(_path, _before);
    }

    private static string? TopmostMissing(string folder)
    {
        string? missing = null;
        for (var above = folder; !Directory.Exists(above); above = Path.GetDirectoryName(above)!) missing = above;
        return missing;
    }
}
