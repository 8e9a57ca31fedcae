namespace Slipway.Architecture.Tests.Evasions;

/// <summary>What catches an evasion.</summary>
internal enum Ring
{
    /// <summary>The platform's graph, from outside.</summary>
    Graph,

    /// <summary>The compiler's references and items.</summary>
    References,

    /// <summary>Symbols and operations, by their place.</summary>
    Symbols,

    /// <summary>Constants in code.</summary>
    Literals,

    /// <summary>Files of the platform, from outside.</summary>
    Files,

    /// <summary>What is about to ship.</summary>
    Artifact,

    /// <summary>What the compiler says of its own run.</summary>
    Receipt,
}
