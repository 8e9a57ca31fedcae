namespace Slipway.Compatibility.Schemas;

/// <summary>One difference between two schemas, before anybody has judged it.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Pointer">Where.</param>
/// <param name="What">In words.</param>
internal sealed record SchemaDifference(SchemaChange Kind, string Pointer, string What);
