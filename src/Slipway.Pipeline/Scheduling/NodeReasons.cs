namespace Slipway.Pipeline.Scheduling;

/// <summary>Why a node was not reached.</summary>
internal static class NodeReasons
{
    public const string Cancelled = "the run was cancelled";

    public const string EarlierStage = "an earlier stage failed";

    /// <summary>Names the first of its predecessors that did not succeed. Asked when all of them have ended.</summary>
    public static string Before(NodeState node) => $"{node.Before.First(before => before.Blocks).Node.Stage} did not succeed";
}
