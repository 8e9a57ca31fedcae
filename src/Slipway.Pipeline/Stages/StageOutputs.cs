using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Stages;

/// <summary>What the cache keeps of a stage for a unit, beside its verdict.</summary>
internal sealed record StageOutputs
{
    /// <summary>Nothing: all that the stage leaves is its verdict.</summary>
    public static StageOutputs None { get; } = new() { Files = () => [] };

    /// <summary>Lists what lies there, once the stage has succeeded.</summary>
    public required Func<IEnumerable<CacheOutput>> Files { get; init; }

    /// <summary>The folders that all of the files lie in and that hold nothing else, by name. They come back as a whole.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>
    /// Where the verdict stands without the folders as long as nothing reads them: the folders that are not in place, of those that belong
    /// to the projects that are read. Null where all of them come back with the verdict.
    /// </summary>
    public Func<StageResult, Demand, ImmutableArray<string>>? Missing { get; init; }

    /// <summary>
    /// Whether it leaves something that the cache does not keep, that is not in place and that is used: then nothing stands for running it.
    /// </summary>
    public Func<StageResult, Demand, bool> HasToRun { get; init; } = (_, _) => false;

    /// <summary>Adds what follows from what was put back, and is not kept for that reason. Default: nothing does.</summary>
    public Action Complete { get; init; } = () => { };
}
