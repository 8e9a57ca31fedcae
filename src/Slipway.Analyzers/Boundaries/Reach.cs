namespace Slipway.Analyzers.Boundaries;

/// <summary>What a unit may do with an assembly of another.</summary>
internal enum Reach
{
    /// <summary>Nothing: the reference itself is wrong.</summary>
    None,

    /// <summary>Use what lies in the namespaces that its owner exposes.</summary>
    InPart,

    /// <summary>Use all of it, for a time, by an entry in <c>unit.yaml</c>.</summary>
    ForATime,

    /// <summary>Use all of it.</summary>
    Whole,
}
