using Slipway.Evidence.Keys;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>Two runs at once on one cache, of which one is killed in the midst of its work by the signal that nobody can answer.</summary>
public sealed class KilledRunTests : IDisposable
{
    private const string Place = "SLIPWAY_TEST_STORE_UNTIL_KILLED";
    private const int Rounds = 50;
    private const int Keys = 40;
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-killed-").FullName;

    private string Folder => Path.Combine(_root, "cache");

    [Fact]
    public async Task Leaves_no_corrupt_entry_in_fifty_rounds_and_nothing_lying_about()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var key = PrivateKey.Generate();
        await File.WriteAllTextAsync(Path.Combine(_root, "key.pem"), key.ExportPem(), cancellation);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var second = Task.Run(() => SecondRunAsync(enough.Token), cancellation);

        await using (var first = new Victims(_root))
        {
            for (var round = 0; round < Rounds; round++) await first.KillOneInMidWriteAsync(() => Unfinished().Length > 0, cancellation);
        }
        await enough.CancelAsync();
        var found = await second;

        Assert.True(found > 0, "the second run found nothing, so it proved nothing");
        using var reader = OpenDock();
        var kept = 0;
        for (var number = 0; number < Keys; number++) kept += await reader.FetchAsync(CacheKey.Of(RecordOf(number))) == "nothing found" ? 0 : 1;
        Assert.Equal(Keys, kept);
        Assert.Empty(reader.Said);

        using (var sweeper = OpenDock()) await StoreAsync(sweeper, Keys, "sweeper");
        reader.Cache.Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Folder, "tmp")));
    }

    [Fact(Explicit = true)]
    public async Task Child_that_stores_until_it_is_killed()
    {
        var root = Environment.GetEnvironmentVariable(Place) ?? throw new InvalidOperationException($"{Place} is not set.");
        using var dock = OpenDock(root);
        for (var number = Environment.ProcessId; ; number++)
        {
            await StoreAsync(dock, number % Keys, $"{Environment.ProcessId} {number}");
            if (number == Environment.ProcessId) await File.WriteAllTextAsync(Victims.Sign(root, Environment.ProcessId), "", TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<int> SecondRunAsync(CancellationToken enough)
    {
        var found = 0;
        using var dock = OpenDock();
        for (var number = 0; number < Keys || !enough.IsCancellationRequested; number++)
        {
            await StoreAsync(dock, number % Keys, $"second {number}");
            Assert.Equal("6 files", await dock.FetchAsync(CacheKey.Of(RecordOf(number % Keys))));
            Assert.Empty(dock.Said);
            found++;
        }
        return found;
    }

    private static Task<bool> StoreAsync(Dock dock, int number, string own) => dock.StoreAsync(RecordOf(number),
    [
        // Of each run its own, the same for all runs, and the same for all nodes; linked and copied.
        dock.Put($"{number}/own", $"{own} {new string('x', 40_000)}"),
        dock.Put($"{number}/linked", $"{own} {new string('y', 40_000)}", linkable: true),
        dock.Put($"{number}/node", $"{number} {new string('z', 40_000)}"),
        dock.Put($"{number}/code", $"{number} code", executable: true),
        dock.Put($"{number}/shared", new string('s', 40_000)),
        dock.Put($"{number}/empty", ""),
    ]);

    private static StageRecord RecordOf(int number) => Dock.Record with { Fingerprint = Digest.Of($"inputs {number}") };

    private Dock OpenDock() => OpenDock(_root);

    private static Dock OpenDock(string root)
    {
        var key = PrivateKey.FromPem(File.ReadAllText(Path.Combine(root, "key.pem")), null, "the test's key");
        return new(Path.Combine(root, "cache"), new(key.Public, KeyKind.Development, key));
    }

    private string[] Unfinished()
    {
        var folder = Path.Combine(Folder, "tmp");
        return Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).SelectMany(Listed)] : [];
    }

    private static string[] Listed(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (DirectoryNotFoundException)
        {
            // Swept meanwhile.
            return [];
        }
    }
}
