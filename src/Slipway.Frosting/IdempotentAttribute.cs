namespace Slipway.Frosting;

/// <summary>
/// Says of a task that is no stage: run again on the same repository it does nothing, as long as what it left lies there as it left it. Only
/// where every such task of a run says so may the next run be spared (<c>--no-replay</c> runs it all the same).
/// </summary>
/// <param name="leaves">Folders and files that it leaves, relative to the folder of the launcher. None for a task that only looks.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IdempotentAttribute(params string[] leaves) : Attribute
{
    /// <summary>Folders and files that it leaves, relative to the folder of the launcher.</summary>
    public IReadOnlyList<string> Leaves { get; } = leaves;
}
