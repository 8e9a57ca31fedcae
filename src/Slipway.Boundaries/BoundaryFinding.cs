using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries;

/// <summary>One break of the boundary rules.</summary>
/// <param name="Unit">The unit that breaks them, and whose stage <c>boundaries</c> reports it.</param>
/// <param name="Finding">What, where and how to mend it.</param>
public sealed record BoundaryFinding(UnitId Unit, Finding Finding);
