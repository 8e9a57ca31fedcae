namespace Slipway.Pipeline.Cache;

/// <summary>What the content of an output has to do with the machine that made it.</summary>
internal enum OutputContent
{
    /// <summary>Nothing: it was made elsewhere, or is looked at by somebody else.</summary>
    Plain,

    /// <summary>It was made here, and is kept only where it names no folder of this machine.</summary>
    Portable,

    /// <summary>A document of JSON for tools of this machine: see <see cref="MachinePaths"/>.</summary>
    Document,
}
