namespace Slipway.Compatibility.Rules;

/// <summary>How bad a change is.</summary>
public enum Gravity
{
    /// <summary>Worth knowing; nothing fails.</summary>
    Warning,

    /// <summary>Somebody who kept to the released contract fails.</summary>
    Break,
}
