using Slipway.Model.Units;

namespace Slipway.Boundaries.Baselines;

/// <summary>
/// A finding that was there when the baseline was written. Line numbers are left out on purpose: code above it may change and the finding is
/// still the same.
/// </summary>
/// <param name="Unit">Whose it is.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="File">From the platform's root; empty where the finding names none.</param>
/// <param name="Message">What it says.</param>
/// <param name="Count">How often, at least 1.</param>
/// <param name="ByCompiler">Whether the compiler found it, so that only a run that compiled can say whether it is still there.</param>
public sealed record BaselineEntry(UnitId Unit, string Rule, string File, string Message, int Count, bool ByCompiler)
{
    internal (UnitId, string, string, string) Identity => (Unit, Rule, File, Message);
}
