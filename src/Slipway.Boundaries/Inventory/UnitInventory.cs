using System.Collections.Immutable;
using Slipway.Boundaries.Edges;
using Slipway.Boundaries.Projects;
using Slipway.Machine.Files;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Inventory;

/// <summary>One unit's files, read once for all rules.</summary>
internal sealed class UnitInventory(Unit unit, ImmutableArray<ListedFile> files, PlatformInventory platform, Permissions permissions)
{
    // What is longer was not written by hand: a bundle, a dump.
    private const int LongestText = 4 << 20;

    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);

    private UnitProjects? _projects;

    public Unit Unit { get; } = unit;

    /// <summary>Its own files, ordinal order.</summary>
    public ImmutableArray<ListedFile> Files { get; } = files;

    public PlatformInventory Platform { get; } = platform;

    public UnitMap Map => Platform.Map;

    public Permissions Permissions { get; } = permissions;

    /// <summary>The MSBuild files that decide how it is built.</summary>
    public UnitProjects Projects => _projects ??= UnitProjects.Of(this);

    public IEnumerable<ListedFile> Ending(params string[] endings) => Files.Where(file => !file.IsLink && file.EndsWith(endings));

    public string Absolute(string path) => Path.Join(Map.Platform.Root, path);

    /// <summary>Of whom the unit may not take what lies at a path: its owner, or one of those that lie below it, where it is a folder above units.</summary>
    /// <param name="path">From the platform's root. The root itself is nobody's: everything lies below it.</param>
    /// <returns>Null where it may.</returns>
    public Unit? Closed(string path)
    {
        if (Map.OwnerOf(path) is { } owner) return Permissions.IsOpen(Unit, owner, path) ? null : owner;
        return path.Length == 0 ? null : Map.Below(path).FirstOrDefault(other => !Permissions.IsOpen(Unit, other, path));
    }

    /// <summary>The text of a file of the platform, whoever owns it; null where it cannot be read as one.</summary>
    public string? Text(string path)
    {
        if (_texts.TryGetValue(path, out var known)) return known;
        return _texts[path] = Read(Absolute(path));
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
