namespace Slipway.Compatibility.Rules;

/// <summary>Where a rule's example stands.</summary>
public enum Place
{
    /// <summary>At the top of an OpenAPI document.</summary>
    Document,

    /// <summary>In the operation <c>POST /things</c>.</summary>
    Operation,

    /// <summary>In the schema of a request's body.</summary>
    RequestBody,

    /// <summary>In the schema of a response's body.</summary>
    ResponseBody,

    /// <summary>In an event's schema.</summary>
    Event,
}
