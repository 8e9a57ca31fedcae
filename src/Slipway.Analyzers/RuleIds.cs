namespace Slipway.Analyzers;

/// <summary>Every rule's id, written by hand: an id is never reused, and has a page in docs/reference/diagnostics.</summary>
public static class RuleIds
{
    /// <summary>A unit references another unit's assembly.</summary>
    public const string ForeignAssembly = "SLW1001";
}
