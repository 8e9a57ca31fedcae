using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.DotNet;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Stages;

/// <summary>
/// One check or step of the pipeline. Most derive from <see cref="UnitStage"/>; a stage whose tool works on many units at once
/// (one MSBuild invocation for all) derives from this and says which units go together.
/// </summary>
public abstract class Stage
{
    public abstract StageName Name { get; }

    /// <summary>Moves when the stage judges differently than before, so that older records no longer count.</summary>
    public virtual int Version => 1;

    /// <summary>What else decides the outcome beside the unit's files: the id of a key, a threshold. Part of the fingerprint.</summary>
    public virtual string Options(Platform platform) => "";

    /// <summary>What beside the unit's own inputs decides the outcome for it: what others say of it. Part of the fingerprint; empty for nothing.</summary>
    internal virtual string OptionsFor(Unit unit, RunContext run) => "";

    /// <summary>How much of a unit's inputs it reads. Default: all of them but what only packaging reads.</summary>
    public virtual InputScope Reads => InputScope.Building;

    /// <summary>What it holds while it runs for the unit; for units that go together, what it says of the first.</summary>
    public virtual ImmutableArray<Limit> LimitsOf(Unit unit) => [];

    /// <summary>Whether an earlier success on the same inputs may stand for a run.</summary>
    public virtual bool Replayable => true;

    /// <summary>Whether an earlier success may stand for it also where somebody names it as a target. Default: true.</summary>
    public virtual bool StandsWhenNamed => true;

    /// <summary>
    /// Whether all that it leaves for the unit is its verdict, and nothing but its inputs decides that: then one that was made elsewhere
    /// stands here too. Default: false.
    /// </summary>
    public virtual bool IsVerdictOnly(Unit unit) => false;

    /// <summary>Why there is nothing to do for the unit, decided from the model alone; null where there is something to do.</summary>
    public virtual string? SkipReason(Unit unit, Platform platform) => null;

    /// <summary>What is wrong with what people have given it for the unit, as far as that is seen before anything runs.</summary>
    internal virtual IEnumerable<Problem> Problems(Unit unit, RunContext run) => [];

    /// <summary>Units with the same key go through the stage together.</summary>
    public virtual string BatchKey(Unit unit) => unit.Id.ToString();

    /// <summary>Whether what an earlier run left on disk is still there. Asked before a replay.</summary>
    public virtual bool OutputsInPlace(StageContext context, StageResult recorded) => true;

    /// <summary>
    /// Every file and folder that <see cref="OutputsInPlace"/> looks at, absolute; a folder stands for all below it, and with a slash at its end for
    /// what lies in it by name. Null, the default, where a stage does not tell: then each run has to ask it.
    /// </summary>
    public virtual IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => null;

    /// <summary>
    /// The projects whose compiled outputs, and those of what they link, it reads when it runs for the unit. Default: all that MSBuild compiles.
    /// </summary>
    public virtual IEnumerable<Project> Links(Unit unit) => unit.DotNetProjects;

    /// <summary>Whether it needs the packages that restore fetches for the unit. Default: for Node always, for .NET where it reads compiled outputs.</summary>
    public virtual bool UsesPackages(Unit unit) => unit.Toolchain == Toolchain.Node || Links(unit).Any();

    /// <summary>What the cache keeps of it for the unit; null where that is nothing.</summary>
    internal virtual StageOutputs? OutputsOf(StageContext context) => IsVerdictOnly(context.Unit) ? StageOutputs.None : null;

    /// <summary>Whether what was made elsewhere on the same inputs may stand here.</summary>
    internal virtual bool IsValidHere(StageContext context, StageRecord cached) => OutputsInPlace(context, cached.Result);

    /// <summary>Runs the stage. The results answer <paramref name="batch"/> in its order.</summary>
    public abstract Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken);
}
