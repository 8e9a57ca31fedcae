using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Boundaries;

/// <summary>
/// The units of which the view from outside has something to say. A file of no unit can break a unit's boundaries and changes no unit's
/// inputs: a project beside all of them, a compose file that gives two of them one database.
/// </summary>
public static class BrokenBoundaries
{
    /// <returns>Units with findings that are neither notes nor in the baseline.</returns>
    /// <exception cref="Model.Problems.BadInputException">The baseline is not well formed.</exception>
    public static ImmutableHashSet<UnitId> Of(RunContext run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var view = OutsideView.Of(run);
        return [.. run.Platform.Units.Select(unit => unit.Id).Where(unit => view.Baseline.Apply(unit, view.FindingsOf(unit), fromCompiler: null).New.Any(finding => finding.Severity != Severity.Note))];
    }
}
