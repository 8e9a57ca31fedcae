namespace Slipway.Compatibility.Versions;

/// <summary>How far a change of a contract reaches.</summary>
public enum Reach
{
    /// <summary>Nobody can tell.</summary>
    None,

    /// <summary>There is more than there was; whoever used it goes on as before.</summary>
    Addition,

    /// <summary>Somebody who used it does not go on as before.</summary>
    Break,
}
