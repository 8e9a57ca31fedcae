namespace Slipway.Compatibility.Rules;

/// <summary>Which way the data goes that a rule is about.</summary>
public enum Direction
{
    /// <summary>Whole operations: both ways.</summary>
    Operation,

    /// <summary>From callers to the service: it must go on taking what it took.</summary>
    Request,

    /// <summary>From the service to callers: it must go on giving what it gave, and no more kinds of it.</summary>
    Response,

    /// <summary>Both at once: old readers read new events, and new readers old ones.</summary>
    Event,
}
