using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;
using Slipway.Model.Units;

namespace Slipway.Workspace.Discovery;

/// <summary>Where units lie: what <c>platform.yaml</c> says for a kind, the convention for the kinds that it does not name.</summary>
internal sealed record LayoutPlan
{
    public required ImmutableArray<LayoutEntry> Entries { get; init; }

    /// <summary>Globs of paths in which projects are neither units nor strays.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    public static LayoutPlan Convention { get; } = new()
    {
        Entries = [.. Enum.GetValues<UnitKind>().Select(LayoutEntry.Convention)],
    };

    public bool Excludes(string path)
    {
        if (Exclude.IsEmpty) return false;
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(Exclude);
        return matcher.Match(path).HasMatches;
    }
}
