using System.Runtime.CompilerServices;
using BenchmarkDotNet.Running;
using Slipway.Benchmarks.Boundaries;
using Slipway.Benchmarks.Bundles;
using Slipway.Benchmarks.Host;
using Slipway.Benchmarks.Migrations;
using Slipway.Benchmarks.Peers;
using Slipway.Benchmarks.Platforms;
using Slipway.Benchmarks.Releases;
using Slipway.Benchmarks.Rules;
using Slipway.Benchmarks.Scheduling;

try
{
    return args switch
    {
        ["hello"] => Hello(),
        ["host", .. var options] => await HostFigures.MeasureAsync(options),
        ["scheduler"] => await SchedulerFigures.MeasureAsync(),
        ["boundaries", .. var options] => await BoundaryFigures.MeasureAsync(options),
        ["rules", .. var options] => await RuleFigures.MeasureAsync(options),
        ["bundle"] => await BundleFigures.MeasureAsync(),
        ["migrations"] => await MigrationFigures.MeasureAsync(),
        ["release"] => await ReleaseFigures.MeasureAsync(),
        ["generate", .. var options] => await GenerateCommand.RunAsync(options),
        ["peers", .. var options] => await PeersCommand.RunAsync(options),
        _ => Micro(args),
    };
}
catch (ArgumentException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}

// Each in a method of its own: what a call does not need is not loaded for it.
[MethodImpl(MethodImplOptions.NoInlining)]
static int Hello()
{
    Console.WriteLine("hello");
    return 0;
}

[MethodImpl(MethodImplOptions.NoInlining)]
static int Micro(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
