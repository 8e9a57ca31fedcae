namespace Slipway.Compatibility.Schemas;

/// <summary>Takes a difference down.</summary>
internal delegate void Report(SchemaChange kind, string what, string? pointer = null);
