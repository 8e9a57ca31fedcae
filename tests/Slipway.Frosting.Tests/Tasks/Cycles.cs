using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Tasks;

public sealed class Cycles
{
    private const string TwoWaysRound = """
        [IsDependentOn(typeof(B))] [IsDependentOn(typeof(C))] public sealed class A : FrostingTask;
        [IsDependentOn(typeof(D))] public sealed class B : FrostingTask;
        [IsDependentOn(typeof(D))] public sealed class C : FrostingTask;
        [IsDependentOn(typeof(A))] public sealed class D : FrostingTask;
        """;

    [Fact]
    public void Every_cycle_is_reported_with_its_path_whether_a_target_reaches_it_or_not()
    {
        var call = HostCall.Of(TwoWaysRound, "--target=Restore");

        Assert.Equal(2, call.ExitCode);
        Assert.Equal(
            """
            SLP1103: Tasks depend on each other in a circle: A -> B -> D -> A.
              mend: take one of these dependencies away
            SLP1103: Tasks depend on each other in a circle: A -> C -> D -> A.
              mend: take one of these dependencies away
            2 problems; nothing was run.
            """,
            call.Error);
    }

    [Fact]
    public void A_task_that_depends_on_itself_is_a_cycle()
    {
        var call = HostCall.Of("[IsDependentOn(typeof(Self))] public sealed class Self : FrostingTask;");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("circle: Self -> Self.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reverse_dependencies_close_a_cycle_too()
    {
        var call = HostCall.Of(
            """
            [IsDependentOn(typeof(Second))] public sealed class First : FrostingTask;
            [IsDependeeOf(typeof(Second))] [IsDependentOn(typeof(First))] public sealed class Third : FrostingTask;
            public sealed class Second : FrostingTask;
            """);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("circle: First -> Second -> Third -> First.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tree_ends_where_there_is_a_cycle()
    {
        var call = HostCall.Of(TwoWaysRound, "--tree");

        Assert.Equal(2, call.ExitCode);
        Assert.Empty(call.Output);
    }

    [Fact]
    public void A_tangle_of_many_cycles_is_reported_in_part_and_at_once()
    {
        var letters = Enumerable.Range(0, 20).Select(index => $"T{index:00}").ToArray();
        var tasks = letters.Select(name =>
            string.Concat(letters.Select(other => $"[IsDependentOn(typeof({other}))] ")) + $"public sealed class {name} : FrostingTask;");

        var call = HostCall.Of(string.Join('\n', tasks));

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("25 problems", call.Error, StringComparison.Ordinal);
    }
}
