namespace Slipway.Compatibility;

/// <summary>A document as it lies somewhere: an OpenAPI document or a JSON Schema.</summary>
/// <param name="File">What messages call it.</param>
/// <param name="Utf8">Its bytes.</param>
public sealed record ContractText(string File, ReadOnlyMemory<byte> Utf8);
