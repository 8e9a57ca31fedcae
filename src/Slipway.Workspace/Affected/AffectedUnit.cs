using System.Collections.Immutable;
using Slipway.Model.Units;

namespace Slipway.Workspace.Affected;

/// <param name="Id">The unit.</param>
/// <param name="Because">The files that changed and that it is made of, its own or another unit's; ordinal order.</param>
public sealed record AffectedUnit(UnitId Id, ImmutableArray<string> Because);
