using System.Collections.Immutable;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Stages;

/// <summary>What a stage is given for one unit.</summary>
public sealed record StageContext
{
    public required Unit Unit { get; init; }

    public required StageName Stage { get; init; }

    public required Digest Fingerprint { get; init; }

    public required RunContext Run { get; init; }

    /// <summary>Where the stage's own output goes, line by line.</summary>
    public required StageLog Log { get; init; }

    /// <summary>What the stages before this one came to for the same unit: in this run or, where it leaves them out, before it and on the same inputs.</summary>
    public required ImmutableDictionary<StageName, NodeResult> Before { get; init; }

    /// <summary>What they gave.</summary>
    public IReadOnlyDictionary<StageName, StageResult> Earlier => Before.ToDictionary(result => result.Key, result => result.Value.Result);

    /// <summary>
    /// What stages gave for another unit: in this run, as far as they have ended, or where the run leaves the unit out, before it and on the
    /// same inputs. Whether what they left is still in place is for the asker to see.
    /// </summary>
    public required Func<UnitId, IReadOnlyDictionary<StageName, StageResult>> Others { get; init; }

    /// <summary>A success on these very inputs that is kept and stands no longer, for a stage that can still use a part of it; null where there is none.</summary>
    internal StageRecord? Lapsed { get; init; }

    /// <summary>The unit's main folder, absolute.</summary>
    public string Folder => Absolute(Unit.Root);

    /// <summary>The absolute form of a path relative to the platform's root.</summary>
    public string Absolute(string relative) => Path.GetFullPath(Path.Combine(Run.Platform.Root, relative));

    /// <summary>The path relative to the platform's root with forward slashes, or the path as it is when it lies outside.</summary>
    public string Relative(string path) => Run.Relative(path);
}
