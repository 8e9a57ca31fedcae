using System.Collections.Immutable;

namespace Slipway.Boundaries.Receipts;

/// <summary>The rules of <c>Slipway.Analyzers</c> that have to speak in every project, or nobody has looked.</summary>
public static class CoreRules
{
    /// <summary>The package that brings them.</summary>
    public const string Package = "Slipway.Analyzers";

    public static ImmutableArray<string> Ids => RuleIds.OfTheCompiler;
}
