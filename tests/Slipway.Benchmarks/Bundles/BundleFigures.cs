using System.Collections.Immutable;
using System.Globalization;
using Slipway.Benchmarks.Host;
using Slipway.Benchmarks.Peers;
using Slipway.Machine.Postgres;

namespace Slipway.Benchmarks.Bundles;

/// <summary>What the migration bundles of four services cost, beside those of <c>dotnet ef migrations bundle</c>, which the same run makes.</summary>
internal static class BundleFigures
{
    private const int Runs = 9;
    private const double ColdBound = 60;
    private const double UnchangedBound = 5;
    private const double RunBound = 1.2;

    // No server is left behind and no second node is started: what those do is nobody's child that is waited for, and would not be counted.
    private static readonly ImmutableDictionary<string, string> _counted = ImmutableDictionary<string, string>.Empty
        .Add("MSBUILDDISABLENODEREUSE", "1").Add("UseSharedCompilation", "false").Add("DOTNET_CLI_USE_MSBUILD_SERVER", "0")
        .Add("DOTNET_NOLOGO", "1").Add("DOTNET_CLI_TELEMETRY_OPTOUT", "1");

    public static async Task<int> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("slipway-bundles-").FullName;
        using var runner = new Runner();
        try
        {
            var repository = CompiledHost.Root();
            var services = new FourServices(Path.Combine(folder, "services"), repository);
            var feed = Path.Combine(folder, "feed");
            await runner.RunAsync(DotNet(repository, "pack", "src/Slipway.Migrations.Runner", "-c", "Release", "-o", feed, $"-p:SlipwayVersion={services.RunnerVersion}"));
            services.Write(feed);
            var ours = await OursAsync(services, runner);
            await ComparePeerAsync(services, runner, folder, ours);
            return ours.Kept ? 0 : 1;
        }
        catch (InvalidOperationException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Figures> OursAsync(FourServices services, Runner runner)
    {
        Command[] build = [DotNet(services.Root, "restore", "Bundles.slnx", "-m:1"), DotNet(services.Root, "msbuild", "Bundles.proj", "-t:Bundles", "-m:1", "-v:q", "-nologo")];
        // Once for the packages: fetching them is the network's time.
        await runner.TimeAsync(build);
        services.Wipe();
        var cold = await runner.TimeAsync(build);
        var unchanged = await runner.TimeAsync([build[1]]);
        var bundle = Path.Combine(services.Root, "out", "Catalog.Migrate", "Catalog.Migrate");
        var size = Directory.GetFiles(Path.GetDirectoryName(bundle)!).Sum(file => new FileInfo(file).Length);
        var run = await NothingToDoAsync(runner, bundle);
        var kept = Say("four bundles in one graph, cold", cold.Processor, "CPU-s", ColdBound) & Say("the same, unchanged", unchanged.Processor, "CPU-s", UnchangedBound)
            & Say($"a run that has nothing to do, median of {Runs}", run.Seconds, "s", RunBound) & Say("one bundle", size / 1e6, "MB", 10);
        return new(cold.Processor, unchanged.Processor, run, size / 1e6, kept);
    }

    private static async Task ComparePeerAsync(FourServices services, Runner runner, string folder, Figures ours)
    {
        var tools = Path.Combine(folder, "tools");
        await runner.RunAsync(DotNet(folder, "tool", "install", "dotnet-ef", "--version", services.EntityFramework, "--tool-path", tools));
        var peer = Directory.CreateDirectory(Path.Combine(folder, "peer")).FullName;
        // It names its own project after the file that it makes, which must not be the name of the service's.
        string File(string name) => Path.Combine(peer, $"{name}-bundle");
        Command[] bundles =
        [
            .. FourServices.Names.Select(name => new Command(services.Root, Path.Combine(tools, "dotnet-ef"), "migrations", "bundle", "--configuration", "Release", "--no-build", "--force", "--verbose",
                "--project", FourServices.ServiceProject(name), "--startup-project", FourServices.ServiceProject(name), "-o", File(name)) { Environment = _counted }),
        ];
        var build = DotNet(services.Root, "build", "Services.slnx", "-c", "Release", "-m:1", "-v:q", "-nologo");
        services.Wipe();
        var cold = await runner.TimeAsync([build, .. bundles]);
        var unchanged = await runner.TimeAsync([build, .. bundles]);
        var bundle = File("Catalog");
        var run = await NothingToDoAsync(runner, bundle);
        var size = new FileInfo(bundle).Length / 1e6;
        Console.WriteLine($"dotnet ef migrations bundle {services.EntityFramework}, and ours divided by it:");
        Compare("four bundles, cold", cold.Processor, ours.Cold, "CPU-s");
        Compare("the same, unchanged", unchanged.Processor, ours.Unchanged, "CPU-s");
        Compare("a run that has nothing to do", run.Seconds, ours.Run.Seconds, "s");
        Compare("the same", run.Processor, ours.Run.Processor, "CPU-s");
        Compare("one bundle", size, ours.Size, "MB");
    }

    // On a real PostgreSQL that it has migrated before.
    private static async Task<Sample> NothingToDoAsync(Runner runner, string bundle)
    {
        await using var cluster = await (await PostgresProvider.FindAsync(Path.Join(Path.GetTempPath(), "slipway-tools"))).StartAsync();
        var command = new Command(Path.GetDirectoryName(bundle)!, bundle, "--connection", await cluster.CreateDatabaseAsync("figure")) { Environment = _counted };
        await runner.RunAsync(command);
        var samples = new List<Sample>();
        for (var round = 0; round < Runs; round++) samples.Add(await runner.TimeAsync([command]));
        return new(Spread.Of(samples.Select(sample => sample.Seconds)).Median, Spread.Of(samples.Select(sample => sample.Processor)).Median, Sample.LoadNow());
    }

    private static Command DotNet(string folder, params ImmutableArray<string> arguments) => new(folder, "dotnet", arguments) { Environment = _counted };

    private static bool Say(string what, double figure, string unit, double bound)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {figure:0.00} {unit}, bound {bound} {unit}{(figure <= bound ? "" : ": MISSED")}"));
        return figure <= bound;
    }

    private static void Compare(string what, double peer, double ours, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {peer:0.00} {unit}, ratio {ours / peer:0.00}"));

    private sealed record Figures(double Cold, double Unchanged, Sample Run, double Size, bool Kept);
}
