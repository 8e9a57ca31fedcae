using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Tasks;

/// <summary>Tasks that Frosting would leave out without an error.</summary>
public sealed class DroppedTasks
{
    [Fact]
    public void A_task_that_is_not_public_is_named()
    {
        var call = HostCall.Of("internal sealed class Hidden : FrostingTask;", "--target=Restore");

        Assert.Equal(2, call.ExitCode);
        Assert.Equal(
            """
            SLP1100: The task Hidden is not public, so Frosting would not see it.
              mend: make the class public, and every class around it
            """,
            call.Error);
    }

    [Fact]
    public void A_public_task_within_a_class_that_is_not_is_named()
    {
        var call = HostCall.Of("internal static class Outer { public sealed class Inner : FrostingTask; }");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("The task Outer+Inner is not public", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_with_another_context_than_the_host_s_is_named()
    {
        var call = HostCall.Of(
            """
            public sealed class Other(ICakeContext context) : FrostingContext(context);
            public sealed class Lost : FrostingTask<Other>;
            """,
            "--target=Restore");

        Assert.Equal(2, call.ExitCode);
        Assert.Equal(
            """
            SLP1101: The task Lost wants the context Other, and this host has SlipwayContext: Frosting would drop the task without an error.
              mend: derive it from FrostingTask<SlipwayContext>
            """,
            call.Error);
    }

    [Fact]
    public void A_wrong_context_is_found_behind_a_base_class()
    {
        var call = HostCall.Of(
            """
            public sealed class Other(ICakeContext context) : FrostingContext(context);
            public abstract class Middle : AsyncFrostingTask<Other>;
            public sealed class Lost : Middle;
            """);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1101: The task Lost wants the context Other", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_derives_from_neither_base_class_is_named()
    {
        var call = HostCall.Of(
            """
            public sealed class Bare : IFrostingTask
            {
                public Task RunAsync(ICakeContext context) => Task.CompletedTask;
                public bool ShouldRun(ICakeContext context) => true;
                public void OnError(Exception exception, ICakeContext context) { }
                public void Finally(ICakeContext context) { }
            }
            """);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1109: The task Bare implements IFrostingTask by itself", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_of_any_cake_context_runs()
    {
        var call = HostCall.Of(
            """
            public sealed class Plain : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> plain"); }
            """,
            "--target=Plain");

        Assert.Equal((0, "plain"), (call.ExitCode, Assert.Single(call.Trace)));
    }
}
