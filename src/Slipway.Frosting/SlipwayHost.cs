using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Frosting.Hosting;

namespace Slipway.Frosting;

/// <summary>
/// The entry point of a build program. It owns the command line, checks the whole task graph before Cake sees it, and calls
/// <see cref="Cake.Frosting.CakeHost"/>. A platform's <c>Program.cs</c> is <c>return SlipwayHost.Run(args);</c>.
/// </summary>
public sealed class SlipwayHost
{
    private HostSettings _settings = new() { Root = HostRoot.Find() };

    private SlipwayHost()
    {
    }

    public static SlipwayHost Create() => new();

    /// <summary>Runs a host with Slipway's own stages and the tasks of the program itself.</summary>
    /// <returns>0 all passed; 1 a known failure; 2 bad usage or configuration; 70 our own bug; a user's task may exit with its own.</returns>
    public static int Run(IEnumerable<string> args) => Create().Start(args);

    /// <summary>Looks for tasks in one more assembly.</summary>
    public SlipwayHost AddAssembly(Assembly assembly) => With(_settings with { Assemblies = _settings.Assemblies.Add(assembly) });

    /// <summary>Registers services that tasks take in their constructors.</summary>
    public SlipwayHost ConfigureServices(Action<IServiceCollection> services) => With(_settings with { Services = _settings.Services.Add(services) });

    /// <summary>Names the platform that this host runs on when the command line names none.</summary>
    /// <param name="folder">Relative to the launcher's folder.</param>
    public SlipwayHost UsePlatform(string folder) => With(_settings with { Platform = folder });

    /// <summary>Works as if the launcher lay in this folder.</summary>
    public SlipwayHost UseRoot(string folder) => With(_settings with { Root = Path.GetFullPath(folder) });

    /// <summary>Gives every child process of a stage these variables. Asked once, before the first stage; the answer is an input of every stage.</summary>
    /// <param name="environment">Answers with the variables.</param>
    /// <param name="followsRepository">Whether the answer follows from the files of the launcher's repository alone: only then may a run in
    /// which nothing has changed be spared. False by default.</param>
    public SlipwayHost UseEnvironment(Func<CancellationToken, Task<ImmutableDictionary<string, string?>>> environment, bool followsRepository = false) =>
        With(_settings with { Environment = environment, EnvironmentFollowsRepository = followsRepository });

    /// <inheritdoc cref="Run"/>
    public int Start(IEnumerable<string> args) => new HostRun(_settings).Run([.. args]);

    private SlipwayHost With(HostSettings settings)
    {
        _settings = settings;
        return this;
    }
}
