using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Tasks;

public sealed class MissingDependencies
{
    [Fact]
    public void A_missing_dependency_names_everyone_who_needs_it_and_how_to_mend_it()
    {
        var call = HostCall.Of(
            """
            public abstract class Gone : FrostingTask;
            [IsDependentOn(typeof(Gone))] public sealed class First : FrostingTask;
            [IsDependentOn(typeof(Gone))] public sealed class Second : FrostingTask;
            """,
            "--target=Restore");

        Assert.Equal(2, call.ExitCode);
        Assert.Equal(
            """
            SLP1102: 'First', 'Second' depend on Gone, which is no task of this host.
              mend: make it public and not abstract, or add its assembly: SlipwayHost.Create().AddAssembly(typeof(Gone).Assembly)
            """,
            call.Error);
    }

    [Fact]
    public void A_dependency_that_is_no_task_at_all_is_named()
    {
        var call = HostCall.Of("[IsDependentOn(typeof(string))] public sealed class First : FrostingTask;");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("'First' depends on System.String, which is no task of this host.", call.Error, StringComparison.Ordinal);
        Assert.Contains("mend: depend on a class that derives from FrostingTask", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_reverse_dependency_is_named_too()
    {
        var call = HostCall.Of(
            """
            public abstract class Gone : FrostingTask;
            [IsDependeeOf(typeof(Gone))] public sealed class First : FrostingTask;
            """);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1102: 'First' depends on Gone", call.Error, StringComparison.Ordinal);
    }
}
