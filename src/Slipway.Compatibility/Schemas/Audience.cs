namespace Slipway.Compatibility.Schemas;

/// <summary>Who is on the other side of a schema.</summary>
internal enum Audience
{
    /// <summary>Callers send it.</summary>
    Sender,

    /// <summary>Callers receive it.</summary>
    Receiver,

    /// <summary>Both, at different times.</summary>
    Both,
}
