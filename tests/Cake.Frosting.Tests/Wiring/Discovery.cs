using Cake.Core;
using Cake.Frosting.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Sample;

namespace Cake.Frosting.Tests.Wiring;

public sealed class Discovery
{
    [Fact]
    public void Finds_the_public_concrete_classes_of_the_program_itself()
    {
        var (exitCode, output) = ChildProcess.Sample.Run("--description");

        Assert.Equal(0, exitCode);
        Assert.Contains("Greet", output);
        Assert.Contains("Default", output);
        Assert.DoesNotContain("Hidden", output);
        Assert.DoesNotContain("Template", output);
    }

    [Fact]
    public void Finds_those_of_an_added_assembly()
    {
        var run = FrostingRun.Of(WithSample);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Hello from the sample.", run.Output);
    }

    [Fact]
    public void Does_not_see_a_class_that_is_not_public_even_as_a_dependency()
    {
        var run = FrostingRun.Of(host => host.Task<NeedsAnInternalOne>(), "--target=NeedsAnInternalOne");

        Assert.Equal("Error: Task 'NeedsAnInternalOne' is dependent on task 'InternalOne' which does not exist.", run.Error);
    }

    [Fact]
    public void Creates_each_task_and_injects_what_its_constructor_asks_for()
    {
        var run = FrostingRun.Of(
            host => host.ConfigureServices(services => services.AddSingleton<Counter>()).Task<Counts>().Task<CountsAfter>(),
            "--target=CountsAfter");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["1", "2"], run.Trace);
    }

    private static void WithSample(CakeHost host) => host
        .AddAssembly(typeof(Greeting).Assembly)
        .ConfigureServices(services => services.AddSingleton<Greeting>());

    internal sealed class InternalOne : FrostingTask;

    [IsDependentOn(typeof(InternalOne))]
    private sealed class NeedsAnInternalOne : FrostingTask;

    private sealed class Counter
    {
        public int Next { get; set; } = 1;
    }

    private sealed class Counts(Counter counter, Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context) => trace.Add($"{counter.Next++}");
    }

    [IsDependentOn(typeof(Counts))]
    private sealed class CountsAfter(Counter counter, Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context) => trace.Add($"{counter.Next++}");
    }
}
