using Slipway.Acceptance.Tests.Harness;
using Slipway.Machine.Files;

namespace Slipway.Acceptance.Tests.Tuning;

/// <summary>A host that was compiled ahead of time: a copy of the one at hand, so that the others go on with that.</summary>
public sealed class TunedHosts(ReferencePlatform platform) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-tuned-");

    private string Host => Path.Combine(_folder.FullName, "host");

    [Fact]
    public async Task It_lets_every_record_stand_and_builds_an_edit()
    {
        var newest = Directory.GetDirectories(Path.Combine(Repository.Root, "artifacts", "host")).Select(folder => new FileInfo(Path.Combine(folder, "Build.dll")))
            .Where(program => program.Exists).MaxBy(program => program.LastWriteTimeUtc)!;
        FileTree.Copy(newest.DirectoryName!, Host, hardLinks: false);
        (await CallAsync()).Exits(0);

        var tuned = await CallAsync("--target=Tune");

        // Where no feed offers the compiler, that is said.
        Assert.SkipWhen(tuned.Error.Contains("SLP1116", StringComparison.Ordinal) && tuned.Error.Contains("could not be fetched", StringComparison.Ordinal), tuned.Error);
        tuned.Exits(0);
        Assert.True(Size("Slipway.Pipeline.dll") > 2 * newest.Directory!.GetFiles("Slipway.Pipeline.dll").Single().Length, tuned.Output);
        var (run, record) = await RunRecord.OfAsync(platform, () => CallAsync());
        run.Exits(0);
        Assert.Empty(record.Executed);

        using var plant = platform.Append("packages/service-defaults/src/ServiceDefaults/ServiceDefaultsExtensions.cs", "\n// One more line.\n");
        (run, record) = await RunRecord.OfAsync(platform, () => CallAsync("--target=Unit"));
        run.Exits(0);
        Assert.Contains("packages/service-defaults unit", record.Executed);
        Assert.Contains("services/catalog typecheck", record.Executed);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private long Size(string assembly) => new FileInfo(Path.Combine(Host, assembly)).Length;

    private Task<Run> CallAsync(params string[] arguments) => Launcher.CallAsync(
        "dotnet", Launcher.Environment.SetItem("SLIPWAY_ROOT", Repository.Root), [Path.Combine(Host, "Build.dll"), $"--platform={platform.Root}", .. arguments]);
}
