using System.Runtime.CompilerServices;
using BenchmarkDotNet.Running;
using Slipway.Benchmarks.Host;
using Slipway.Benchmarks.Scheduling;

return args switch
{
    ["hello"] => Hello(),
    ["host", .. var options] => await HostFigures.MeasureAsync(options),
    ["scheduler"] => await SchedulerFigures.MeasureAsync(),
    _ => Micro(args),
};

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
