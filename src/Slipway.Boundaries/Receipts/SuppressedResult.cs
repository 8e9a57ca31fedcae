namespace Slipway.Boundaries.Receipts;

/// <param name="Rule">The rule's id.</param>
/// <param name="How">As the compiler calls it: <c>Pragma Directive</c>, <c>SuppressMessageAttribute</c>.</param>
/// <param name="File">A path of this machine, or one that the compile maps; null where there is no place.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
public sealed record SuppressedResult(string Rule, string How, string? File, int? Line, int? Column);
