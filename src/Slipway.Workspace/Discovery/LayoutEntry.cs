using System.Collections.Immutable;
using Slipway.Model.Units;

namespace Slipway.Workspace.Discovery;

/// <summary>One line of the layout: the folders that together make each unit of a kind.</summary>
internal sealed record LayoutEntry
{
    public required UnitKind Kind { get; init; }

    /// <summary>In the order in which a unit's folders are listed; the first that exists is its root.</summary>
    public required ImmutableArray<LayoutFolder> Folders { get; init; }

    /// <summary>Whether somebody wrote it, so that matching nothing is a mistake.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>What holds without a <c>platform.yaml</c>: each folder below <c>services/</c>, <c>apps/</c> and <c>packages/</c>.</summary>
    public static LayoutEntry Convention(UnitKind kind)
    {
        var text = kind.Folder + "/*";
        return FolderPattern.TryParse(text, out var pattern, out _)
            ? new() { Kind = kind, Folders = [new(pattern, null)] }
            : throw new InvalidOperationException($"'{text}' is a pattern.");
    }
}
