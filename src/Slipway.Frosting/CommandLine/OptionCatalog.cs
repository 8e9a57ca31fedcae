using System.Collections.Immutable;
using System.Reflection;
using Slipway.Frosting.Graph;

namespace Slipway.Frosting.CommandLine;

/// <summary>Every option that this host knows: Cake's, Slipway's, and those that tasks declare.</summary>
internal sealed class OptionCatalog
{
    private static readonly ImmutableArray<CommandOption> Cakes =
    [
        new("target", ["t", "Target"], "NAME", "What to run; may be given several times. Default: Default"),
        new("exclusive", ["e"], null, "Run only the target itself, none of its dependencies"),
        new("dryrun", ["noop", "whatif"], null, "Print what would run, and run nothing"),
        new("tree", ["showtree"], null, "Print the tasks and what they depend on"),
        new("description", ["descriptions", "showdescription", "showdescriptions"], null, "Print the tasks and what they do"),
        new("verbosity", ["v"], "LEVEL", "quiet, minimal, normal, verbose or diagnostic. Default: normal"),
        new("working", ["w"], "DIR", "The folder to work in"),
        new("version", ["ver"], null, "Print the versions of Slipway and of Cake"),
        new("info", [], null, "Print what Cake knows of itself"),
        new("no-report", [], null, "Leave out the table of tasks"),
        new("help", ["h"], null, "Print the options"),
    ];

    private static readonly ImmutableArray<CommandOption> Slipways =
    [
        new("unit", ["u"], "NAME", "Only this unit; may be given several times, or as a list with commas. Default: all"),
        new("since", [], "REF", "Only units that a change since this branch, tag or commit affects. Default: none; in the CI of a pull request its target branch"),
        new("all-units", [], null, "Every unit, also in the CI of a pull request"),
        new("platform", [], "DIR", "The platform to run on. Default: the host's own: the nearest folder from the launcher upwards with a platform.yaml, else the git root"),
        new("jobs", ["j"], "N", "How many things run at once. Default: the number of processors"),
        new("key", [], "KEY", "The public key to verify with: a PEM, or file:PATH. Default: the key that signs here"),
        new("release", [], "PATH", "A release, wherever it lies: a folder, or registry/path:version. Verify verifies it alone, and Inspect shows it. Nothing is built"),
        new("environment", [], "NAME", "Whose policy verification holds releases against: local, dev, staging or production. Default: local"),
        new("vsa", [], "PATH", "Where verification writes what it came to, as a signed summary (VSA): with --release a file, else a folder. Default: nowhere"),
        new("baseline", [], "write", "With --target=Boundaries: write today's findings into boundaries.baseline.yaml rather than fail on them. Default: hold them against that file"),
        new("migrations", [], "write", "With --target=Migrations: write each service's migrations.lock. Default: hold the migrations against it"),
        new("live", [], "RELEASES", "The releases that run somewhere, which no migration may hurt: catalog/v1.4.0, a list with commas, catalog/none, or file:PATH. Default: the last release in the store"),
        new("keep-going", ["k"], null, "After a failure, still run everything that does not depend on what failed"),
        new("continue", [], null, "Run the last run's targets again for the units of which something failed or was not reached"),
        new("no-replay", [], null, "Run every stage, also where an earlier success on the same inputs would stand for it"),
        new("update-locks", [], null, "Resolve packages anew and write the lock files before the run"),
        new("no-wait", [], null, "Exit with 2 at once when another run has this checkout, rather than wait for it"),
    ];

    private readonly Dictionary<string, CommandOption> _byName;

    public OptionCatalog(TaskGraph graph)
    {
        var declared = graph.Tasks
            .SelectMany(task => task.Type.GetCustomAttributes<TaskOptionAttribute>())
            .DistinctBy(option => option.Name, StringComparer.OrdinalIgnoreCase)
            .Select(option => new CommandOption(option.Name, [], option.IsFlag ? null : "VALUE", option.Description));
        Options = [.. Cakes, .. Slipways, .. declared];
        _byName = new(StringComparer.OrdinalIgnoreCase);
        foreach (var option in Options)
        {
            foreach (var name in option.Names) _byName.TryAdd(name, option);
        }
    }

    public ImmutableArray<CommandOption> Options { get; }

    public IEnumerable<string> Names => _byName.Keys.Where(name => name.Length > 1);

    public CommandOption? Find(string name) => _byName.GetValueOrDefault(name);
}
