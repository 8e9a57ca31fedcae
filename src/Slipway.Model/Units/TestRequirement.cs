namespace Slipway.Model.Units;

/// <summary>Whether a unit must have tests of one sort.</summary>
/// <param name="Required">A unit that must have tests and has none fails that stage.</param>
/// <param name="Reason">Why it need not have them; always given when not required by the unit's own word.</param>
public sealed record TestRequirement(bool Required, string? Reason)
{
    public static TestRequirement Needed { get; } = new(true, null);
}
