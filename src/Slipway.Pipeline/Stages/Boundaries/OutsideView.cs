using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Slipway.Boundaries;
using Slipway.Boundaries.Baselines;
using Slipway.Boundaries.Inventory;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Stages.Boundaries;

/// <summary>
/// The platform as seen from outside the build, looked at once for all units of a run. What one unit does may be wrong because of another, so
/// what was found is part of the stage's fingerprint: nothing that changed elsewhere can make an old verdict a wrong one.
/// </summary>
internal sealed class OutsideView
{
    private static readonly ConditionalWeakTable<UnitFingerprints, Lazy<OutsideView>> Views = [];

    private readonly ILookup<UnitId, Finding> _findings;
    private readonly Lock _gate = new();

    private OutsideView(RunContext run)
    {
        Baseline = BaselineFile.Read(run.Platform);
        var files = run.Inputs.Files.Select(file => new ListedFile(file.Path, file.ContentId, file.Mode)).ToList();
        _findings = new BoundaryChecker(run.Time).Check(run.Platform, files, run.IsDry ? null : run.Paths.BoundaryScans).ToLookup(found => found.Unit, found => found.Finding);
    }

    /// <summary>What the repository was adopted with.</summary>
    public Baseline Baseline { get; private set; }

    /// <exception cref="Model.Problems.BadInputException">The baseline is not well formed.</exception>
    public static OutsideView Of(RunContext run) => Views.GetValue(run.Inputs, _ => new(() => new OutsideView(run))).Value;

    public ImmutableArray<Finding> FindingsOf(UnitId unit) => [.. _findings[unit]];

    /// <summary>Empty for a unit of which there is nothing to say.</summary>
    public string DigestOf(UnitId unit)
    {
        var known = Baseline.Of(unit).Select(entry => $"known {entry}");
        var lines = FindingsOf(unit).Select(finding => finding.ToString()).Concat(known).ToList();
        return lines.Count == 0 ? "" : Digest.Of(string.Join('\n', lines)).ToString();
    }

    /// <summary>Takes one unit's findings into the baseline, and writes it.</summary>
    public void Record(RunContext run, UnitId unit, IEnumerable<Finding> fromOutside, IEnumerable<Finding>? fromCompiler)
    {
        lock (_gate)
        {
            Baseline = Baseline.With(unit, fromOutside, fromCompiler);
            BaselineFile.Write(run.Platform.Root, Baseline);
        }
    }
}
