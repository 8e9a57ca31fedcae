using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Tasks;

public sealed class DuplicateNames
{
    [Fact]
    public void Two_tasks_with_one_name_are_both_named_whatever_their_case()
    {
        var call = HostCall.Of(
            """
            [TaskName("Ship")] public sealed class First : FrostingTask;
            [TaskName("ship")] public sealed class Second : FrostingTask;
            """);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1104: 2 tasks have the name 'Ship': First, Second.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_dependency_named_twice_is_an_error_as_it_is_in_cake()
    {
        var call = HostCall.Of(
            """
            public sealed class First : FrostingTask;
            [IsDependentOn(typeof(First))] [IsDependentOn(typeof(First))] public sealed class Second : FrostingTask;
            """);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1110: 'Second' names its dependency First twice.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_the_graph_is_reported_together()
    {
        var call = HostCall.Of(
            """
            internal sealed class Hidden : FrostingTask;
            public abstract class Gone : FrostingTask;
            [IsDependentOn(typeof(Gone))] public sealed class First : FrostingTask;
            """);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1100", call.Error, StringComparison.Ordinal);
        Assert.Contains("SLP1102", call.Error, StringComparison.Ordinal);
        Assert.EndsWith("2 problems; nothing was run.", call.Error, StringComparison.Ordinal);
    }
}
