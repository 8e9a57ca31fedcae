using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>A build program: finds the tasks, wires them, reads the command line and runs the engine.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection _services = [];
    private readonly List<Assembly> _assemblies = [];

    /// <summary>A host that looks for tasks in the program's own assembly.</summary>
    public CakeHost()
    {
        _services.AddCake();
        if (Assembly.GetEntryAssembly() is { } entry)
        {
            _assemblies.Add(entry);
        }
    }

    /// <inheritdoc cref="CakeHost()"/>
    public static CakeHost Create() => new();

    /// <summary>Looks for tasks in one more assembly.</summary>
    public CakeHost AddAssembly(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Registers services of the build's own; the last registration of a kind counts.</summary>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services(_services);
        return this;
    }

    /// <summary>Runs the build.</summary>
    /// <returns>0 when it passed, 1 when it failed, -1 when the command line cannot be read.</returns>
    public int Run(IEnumerable<string> args)
    {
        _services.AddTasksOf(_assemblies);

        var registrar = new Cli.TypeRegistrar();
        registrar.RegisterInstance(typeof(IServiceCollection), _services);

        var app = new CommandApp<BuildCommand>(registrar);
        app.Configure(configuration => configuration
            .ValidateExamples()
            .AddExample([])
            .AddExample("--verbosity", "quiet")
            .AddExample("--tree"));

        return app.Run(args);
    }
}
