using System.Text.Json;

namespace Slipway.Evaluation.Assertions.Schemas;

/// <summary>One keyword of a schema: what it has against a value. A keyword says nothing of values of other kinds.</summary>
internal delegate IEnumerable<string> SchemaRule(JsonElement value, string path);
