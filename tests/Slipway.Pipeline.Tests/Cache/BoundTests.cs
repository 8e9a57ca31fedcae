using Slipway.Model;
using Slipway.Pipeline.Cache;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>The local store stays below its bound, and keeps what is used.</summary>
public sealed class BoundTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-bound-").FullName;
    private readonly Clock _clock = new();

    [Fact]
    public async Task What_was_used_longest_ago_goes_first()
    {
        // Each of 10,000 bytes and an entry of some hundreds; five fit into sixty thousand.
        for (var number = 0; number < 5; number++) await StoreAsync(number, 1 << 20);
        _clock.Now += TimeSpan.FromDays(1);
        using (var reader = OpenDock(1 << 20)) Assert.Equal("1 files", await reader.FetchAsync(KeyOf(0)));
        _clock.Now += TimeSpan.FromDays(1);
        await StoreAsync(5, 40_000);

        using var next = OpenDock(1 << 20);
        var there = new List<int>();
        for (var number = 0; number < 6; number++) if (await next.FindAsync(KeyOf(number)) is not null) there.Add(number);
        Assert.Contains(0, there);
        Assert.Contains(5, there);
        Assert.DoesNotContain(1, there);
        Assert.True(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) <= 40_000);
        // An entry goes with its content, but for the one at the edge.
        Assert.All(next.Said, code => Assert.Equal("SLP3116", code));
    }

    [Fact]
    public async Task What_projects_of_a_checkout_long_gone_were_evaluated_to_goes_too()
    {
        var kept = Path.Combine(new CachePaths(_folder).Evaluations, "gone.bin");
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        await File.WriteAllBytesAsync(kept, new byte[10_000], TestContext.Current.CancellationToken);
        File.SetLastAccessTimeUtc(kept, _clock.Now.UtcDateTime);
        await StoreAsync(0, 40_000);
        Assert.True(File.Exists(kept));

        for (var number = 1; number < 4; number++) await StoreAsync(number, 40_000);

        Assert.False(File.Exists(kept));
    }

    [Fact]
    public async Task Content_that_another_run_evicts_between_finding_and_restoring_is_a_miss()
    {
        await StoreAsync(0, 1 << 20);
        using var reader = OpenDock(1 << 20);
        var hit = await reader.FindAsync(KeyOf(0));
        await StoreAsync(1, 1);

        Assert.Equal("missed", (await reader.RestoreAsync(hit!)).Match(_ => "restored", _ => "missed"));
        Assert.Equal(["SLP3116"], reader.Said);
    }

    [Fact]
    public async Task An_entry_without_its_content_is_not_found_where_there_is_no_remote_to_have_it_from_and_that_is_said_once()
    {
        await StoreAsync(0, 1 << 20);
        Directory.Delete(Path.Combine(_folder, "cas"), recursive: true);
        using var reader = OpenDock(1 << 20);
        Assert.Null(await reader.FindAsync(KeyOf(0)));
        Assert.Null(await reader.FindAsync(KeyOf(0)));
        Assert.Equal(["SLP3116"], reader.Said);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_said_and_bypassed()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "", TestContext.Current.CancellationToken);
        using var dock = new Dock(Path.Combine(_folder, "file"));
        Assert.False(await dock.StoreAsync(dock.Put("bin/shop.dll", "code")));
        Assert.Equal("nothing found", await dock.FetchAsync());
        Assert.All(dock.Said, code => Assert.Equal("SLP3121", code));
        Assert.NotEmpty(dock.Said);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task StoreAsync(int number, long size)
    {
        _clock.Now += TimeSpan.FromHours(2);
        using var dock = OpenDock(size);
        var record = Dock.Record with { Fingerprint = KeyOf(number).Fingerprint };
        Assert.True(await dock.StoreAsync(record, dock.Put("bin/shop.dll", new string((char)('a' + number), 10_000))));
    }

    private static CacheKey KeyOf(int number) => Dock.Key with { Fingerprint = Digest.Of($"inputs {number}") };

    private Dock OpenDock(long size) => new(_folder, size: size, time: _clock);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2041, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
