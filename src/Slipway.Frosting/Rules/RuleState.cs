namespace Slipway.Frosting.Rules;

/// <summary>How far a rule is held.</summary>
public enum RuleState
{
    NotYetHeld,

    /// <summary>Something can fail when the rule is broken, but not everything.</summary>
    Partly,

    Held,

    /// <summary>The platform has nothing that the rule is about.</summary>
    NothingToHold,
}
