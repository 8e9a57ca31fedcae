using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Modes;

public sealed class Tree
{
    [Fact]
    public void The_tree_draws_what_was_drawn_already_only_once()
    {
        var call = HostCall.Of(
            """
            public sealed class Leaf : FrostingTask;
            [IsDependentOn(typeof(Leaf))] public sealed class Branch : FrostingTask;
            [IsDependentOn(typeof(Branch))] [IsDependentOn(typeof(Leaf))] public sealed class Root : FrostingTask;
            [IsDependentOn(typeof(Branch))] public sealed class Zed : FrostingTask;
            """,
            "--tree",
            "--target=NoSuchTarget");

        Assert.Equal(0, call.ExitCode);
        Assert.StartsWith("Default\n└─Verify\n", call.Output, StringComparison.Ordinal);
        Assert.Contains("\nRoot\n├─Branch\n│ └─Leaf\n└─Leaf\n", call.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nZed\n└─Branch (above)", call.Output, StringComparison.Ordinal);
    }
}
