using System.Reflection;
using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;
using Slipway.Frosting.Output;
using Slipway.Frosting.Publishing;
using Slipway.Frosting.Stamps;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Hosting;

/// <summary>One call of a host, from its arguments to its exit code.</summary>
internal sealed class HostRun(HostSettings settings)
{
    public int Run(string[] args)
    {
        try
        {
            var graph = TaskGraphReader.Read(Assemblies(), typeof(SlipwayContext));
            var parser = new ArgumentParser(graph);
            return Run(graph, parser, parser.Parse(args));
        }
        catch (SlipwayException exception)
        {
            ProblemPrinter.Print(exception.Problems);
            return exception.ExitCode;
        }
        catch (Exception exception)
        {
            ProblemPrinter.PrintBug(exception);
            return ExitCodes.Bug;
        }
    }

    private int Run(TaskGraph graph, ArgumentParser parser, HostArguments arguments)
    {
        switch (arguments.Mode)
        {
            case HostMode.Help:
                foreach (var line in HelpText.Lines(parser.Catalog, graph)) Console.WriteLine(line);
                return ExitCodes.Passed;
            case HostMode.Tree:
                foreach (var line in TaskTree.Lines(graph)) Console.WriteLine(line);
                return ExitCodes.Passed;
            case HostMode.Version:
                Console.WriteLine($"Slipway {VersionOf(typeof(SlipwayHost).Assembly)}");
                Console.WriteLine($"Cake {VersionOf(typeof(CakeException).Assembly)}");
                return ExitCodes.Passed;
            case HostMode.Run or HostMode.DryRun:
                return Begin(graph, arguments);
            default:
                return RunCake(graph, arguments);
        }
    }

    private static string? VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private int Begin(TaskGraph graph, HostArguments arguments)
    {
        if (arguments.Continue)
        {
            if (Continuation.Of(arguments, new(PlatformChoice.Artifacts(settings, arguments)), graph) is not { } continued)
            {
                Painter.Line("Nothing to continue: the last run passed.");
                return ExitCodes.Passed;
            }
            Painter.Line($"Continues {string.Join(", ", continued.Targets)} for {(continued.Units.IsEmpty ? "all units" : string.Join(", ", continued.Units))}.");
            arguments = continued;
        }
        if (ReleaseCheck.IsAskedFor(arguments)) return ReleaseCheck.RunAsync(settings, arguments).GetAwaiter().GetResult();
        if (PublishPlaces.AreAskedFor(arguments)) PublishPlaces.Check(arguments, PlatformChoice.Root(settings, arguments));
        if (arguments.Mode != HostMode.DryRun) return RunCake(graph, arguments);
        DryRun.PrintAsync(settings, graph, arguments).GetAwaiter().GetResult();
        return ExitCodes.Passed;
    }

    private int RunCake(TaskGraph graph, HostArguments arguments)
    {
        WritableFolders.RequireTemporary();
        var order = LauncherOrder.Take();
        // A call that has to run every time leaves nothing to compare.
        if (RepeatableCall.Leaves(settings, arguments, graph) is null) order = null;
        var look = order?.LookAsync();
        var session = new HostSession(settings, graph, arguments);
        try
        {
            using var signals = new Signals(session.Interrupt);
            if (arguments.Mode == HostMode.Run) session.Prepare(look);
            var cake = CreateCakeHost(session).Run(arguments.ForCake);
            FailurePrinter.Print(session.Results, new ShownPaths(session.PlatformRoot, Environment.CurrentDirectory));
            if (signals.ExitCode is { } signal) return signal;
            if (cake == 0 && session.KeptGoing.Failure is { } kept)
            {
                ProblemPrinter.PrintFailure(kept);
                return ExitCodeOf(session, kept, ExitCodes.Failed);
            }
            if (cake != 0) return ExitCodeOf(session, session.Failure, cake);
            // At its teardown the session has ended: nothing of this run writes any more.
            if (order is not null) RunStamp.LeaveAsync(order, look?.GetAwaiter().GetResult() ?? "", settings, session).GetAwaiter().GetResult();
            return ExitCodes.Passed;
        }
        finally
        {
            // Cake has done it at its teardown, unless it did not get that far.
            session.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private CakeHost CreateCakeHost(HostSession session)
    {
        var host = new CakeHost().UseContext<SlipwayContext>().UseLifetime<SlipwayLifetime>();
        foreach (var assembly in Assemblies().Where(assembly => assembly != Assembly.GetEntryAssembly())) host.AddAssembly(assembly);
        host.ConfigureServices(services => services
            .AddSingleton(session)
            .AddSingleton<IExecutionStrategy, SlipwayStrategy>()
            .AddSingleton<ICakeReportPrinter, ReportPrinter>());
        host.ConfigureServices(LatePackageInstaller.Replace);
        if (Console.IsOutputRedirected) host.ConfigureServices(services => services.AddSingleton<IConsole, PlainConsole>());
        foreach (var configure in settings.Services) host.ConfigureServices(configure);
        return host;
    }

    // In the order in which CakeHost looks through them, which decides the order of tasks.
    private IEnumerable<Assembly> Assemblies()
    {
        if (Assembly.GetEntryAssembly() is { } entry) yield return entry;
        yield return typeof(SlipwayHost).Assembly;
        foreach (var assembly in settings.Assemblies) yield return assembly;
    }

    private static int ExitCodeOf(HostSession session, Exception? failure, int cake)
    {
        if (failure is StageBugException { InnerException: { } bug })
        {
            ProblemPrinter.PrintBug(bug);
            return ExitCodes.Bug;
        }
        // While a run gets ready nothing but Slipway's own code runs.
        if (session.FailedToBegin && failure is not (null or SlipwayException or OperationCanceledException))
        {
            ProblemPrinter.PrintBug(failure);
            return ExitCodes.Bug;
        }
        for (var exception = failure; exception is not null; exception = exception.InnerException)
        {
            if (exception is SlipwayException known) return known.ExitCode;
            if (exception is CakeException { ExitCode: not 1 } coded) return coded.ExitCode;
        }
        // Frosting before 7.0 says -1 for every failure.
        return cake < 0 ? ExitCodes.Failed : cake;
    }
}
