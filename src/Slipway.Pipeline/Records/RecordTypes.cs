using System.Text.Json.Serialization;
using Slipway.Model.Stages;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Records;

/// <summary>
/// What records are made of, known when Slipway is compiled: to look it up by reflection would take longer, at every start, than to read all records.
/// A property that is not required and is missing is given its type's default here, whatever its initializer says.
/// </summary>
[JsonSerializable(typeof(UnitRecords.Line))]
[JsonSerializable(typeof(StageRecord))]
[JsonSerializable(typeof(RecordJson.OutcomeDocument))]
[JsonSerializable(typeof(RunSummary))]
internal sealed partial class RecordTypes : JsonSerializerContext;
