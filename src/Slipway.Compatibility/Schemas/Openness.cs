using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.Schemas;

/// <summary>What a schema says of properties that it does not name.</summary>
/// <param name="IsClosed">There must be none.</param>
/// <param name="Schema">What they must be; null where they may be anything.</param>
internal readonly record struct Openness(bool IsClosed, Spot? Schema);
