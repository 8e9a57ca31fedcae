using System.Text.Json.Serialization;
using Slipway.Pipeline.Records;

namespace Slipway.Pipeline.Cache.Entries;

/// <summary>What entries are made of, known when Slipway is compiled; as <see cref="RecordTypes"/>.</summary>
[JsonSerializable(typeof(EntryJson.Document))]
[JsonSerializable(typeof(RecordJson.OutcomeDocument))]
[JsonSerializable(typeof(Envelope))]
internal sealed partial class EntryTypes : JsonSerializerContext;
