using Slipway.Model;

namespace Slipway.Pipeline.Cache;

/// <summary>One output as its entry knows it.</summary>
internal sealed record CachedFile
{
    /// <summary>Relative to the platform's root, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Of the plain content, whatever form a store keeps it in.</summary>
    public required Digest Content { get; init; }

    /// <summary>Of the plain content, in bytes.</summary>
    public required long Size { get; init; }

    public bool Executable { get; init; }

    /// <summary>Whether it holds marks in place of folders: see <see cref="MachinePaths"/>.</summary>
    public bool Marked { get; init; }

    /// <summary>See <see cref="CacheOutput"/>.</summary>
    public bool Linkable { get; init; }
}
