namespace Slipway.Boundaries.Data;

/// <summary>A database that a configuration names.</summary>
/// <param name="Host">Lower case, a port that is not the engine's own behind a colon; <see cref="AnyHost"/> where it is not known.</param>
/// <param name="Database">Lower case.</param>
/// <param name="File">From the platform's root.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
internal sealed record DatabaseUse(string Host, string Database, string File, int Line, int Column)
{
    /// <summary>A host that a template will name.</summary>
    public const string AnyHost = "*";

    public string Identity => $"{Host}/{Database}";
}
