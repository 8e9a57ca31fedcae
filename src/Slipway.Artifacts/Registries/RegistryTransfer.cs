using Slipway.Model;

namespace Slipway.Artifacts.Registries;

/// <summary>How far one blob has come.</summary>
/// <param name="Blob">Which.</param>
/// <param name="Moved">Bytes so far.</param>
/// <param name="Size">Bytes in all.</param>
public sealed record RegistryTransfer(Digest Blob, long Moved, long Size);
