using System.Collections.Immutable;
using Slipway.Model.Units;

namespace Slipway.Workspace.Affected;

/// <param name="Id">The unit.</param>
/// <param name="Because">The inputs that changed, its own or those of a unit that it uses, ordinal order of names.</param>
public sealed record AffectedUnit(UnitId Id, ImmutableArray<InputChange> Because);
