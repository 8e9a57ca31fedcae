using Cake.Core;
using Cake.Core.Composition;
using Cake.Frosting.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.Wiring;

public sealed class StartupsAndModules
{
    [Fact]
    public void A_startup_wires_what_it_is_given()
    {
        var run = FrostingRun.Of(host => host.UseStartup<Startup>());

        Assert.Equal(["setup of Default", "Default", "teardown, successful: True"], run.Trace);
    }

    [Fact]
    public void A_module_replaces_a_service_of_Cake_s_own()
    {
        var run = FrostingRun.Of(host => host.UseStartup<Startup>().UseModule<Module>());

        Assert.Empty(run.Report);
        Assert.Contains("own summary: Setup Default Teardown", run.Output);
    }

    private sealed class Startup : IFrostingStartup
    {
        public void Configure(IServiceCollection services) => services
            .AddSingleton<IFrostingTask, Default>()
            .UseLifetime<TracedLifetime>();
    }

    private sealed class Module : ICakeModule
    {
        public void Register(ICakeContainerRegistrar registrar)
            => registrar.RegisterType<OwnSummary>().As<ICakeReportPrinter>().Singleton();
    }

    private sealed class Default(Trace trace) : Traced(trace);

    private sealed class OwnSummary(IConsole console) : ICakeReportPrinter
    {
        public void Write(CakeReport report)
            => console.WriteLine($"own summary: {string.Join(' ', report.Select(entry => entry.TaskName))}");

        public void WriteLifeCycleStep(string name, Core.Diagnostics.Verbosity verbosity)
        {
        }

        public void WriteStep(string name, Core.Diagnostics.Verbosity verbosity)
        {
        }

        public void WriteSkippedStep(string name, Core.Diagnostics.Verbosity verbosity)
        {
        }
    }
}
