using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.Schemas;

/// <summary>Compares what lies within.</summary>
internal delegate void Descend(Spot? before, Spot? after, string name);
