using System.Collections.Immutable;
using System.Text;
using Slipway.Boundaries.Edges;
using Slipway.Machine.Files;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Inventory;

/// <summary>One unit's files, read once for all rules.</summary>
internal sealed class UnitInventory(Unit unit, ImmutableArray<ListedFile> files, PlatformInventory platform, Permissions permissions)
{
    // What is longer was not written by hand: a bundle, a dump.
    private const int LongestText = 4 << 20;

    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);

    public Unit Unit { get; } = unit;

    /// <summary>Its own files, ordinal order.</summary>
    public ImmutableArray<ListedFile> Files { get; } = files;

    public PlatformInventory Platform { get; } = platform;

    public UnitMap Map => Platform.Map;

    public Permissions Permissions { get; } = permissions;

    public IEnumerable<ListedFile> Ending(params string[] endings) => Files.Where(file => !file.IsLink && file.EndsWith(endings));

    public string Absolute(string path) => Path.Join(Map.Platform.Root, path);

    /// <summary>The text of a file of the platform, whoever owns it; null where it cannot be read as one.</summary>
    public string? Text(string path)
    {
        if (_texts.TryGetValue(path, out var known)) return known;
        return _texts[path] = Read(Absolute(path));
    }

    /// <summary>The first characters of a file.</summary>
    public string? Beginning(string path, int length)
    {
        try
        {
            var buffer = new byte[length];
            using var stream = File.OpenRead(Absolute(path));
            return Encoding.UTF8.GetString(buffer, 0, stream.ReadAtLeast(buffer, length, throwOnEndOfStream: false));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Null for what is no text of somebody's hand, or cannot be read.</summary>
    public static string? Read(string path)
    {
        try
        {
            if (FileKind.Other(path) is not null || new FileInfo(path).Length > LongestText) return null;
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
