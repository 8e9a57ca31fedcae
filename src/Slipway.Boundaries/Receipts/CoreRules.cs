using System.Collections.Immutable;

namespace Slipway.Boundaries.Receipts;

/// <summary>The rules of <c>Slipway.Analyzers</c> that have to speak in every project, or nobody has looked.</summary>
public static class CoreRules
{
    /// <summary>The package that brings them.</summary>
    public const string Package = "Slipway.Analyzers";

    /// <summary>As that package lists them itself: it runs in a compiler, and nothing here can reference it.</summary>
    public static ImmutableArray<string> Ids { get; } =
    [
        "SLW1001", "SLW1002", "SLW1003", "SLW1004", "SLW1006", "SLW1007", "SLW1011", "SLW1013", "SLW1014", "SLW2001", "SLW2002", "SLW7001", "SLW9004",
    ];
}
