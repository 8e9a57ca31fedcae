using System.Collections.Immutable;
using Slipway.Compatibility.Rules;

namespace Slipway.Compatibility;

/// <summary>One thing that is no longer as it was released.</summary>
public sealed record ContractChange
{
    // A schema that every operation uses would make a message that nobody reads to its end.
    private const int Shown = 8;

    public required BreakRule Rule { get; init; }

    /// <summary>The operations that it shows in, such as <c>GET /products/{id}</c>; empty for what is no operation's.</summary>
    public required ImmutableArray<string> Operations { get; init; }

    /// <summary>Where in the document, as a JSON pointer: in the new one, or in the released one where the thing is gone.</summary>
    public required string Pointer { get; init; }

    /// <summary>What happened, in words: <c>response 200: 'price' is gone</c>.</summary>
    public required string What { get; init; }

    /// <summary><c>GET /products/{id}: response 200: 'price' is gone (response-property-removed)</c>.</summary>
    public override string ToString() => $"{Where}{What} ({Rule.Name})";

    private string Where => Operations switch
    {
        [] => "",
        _ when Operations.Length > Shown => $"{string.Join(", ", Operations[..Shown])} and {Operations.Length - Shown} more: ",
        _ => $"{string.Join(", ", Operations)}: ",
    };
}
