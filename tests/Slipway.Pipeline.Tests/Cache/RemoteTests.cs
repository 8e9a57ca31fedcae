using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>Two clones that share nothing but a server: nginx with WebDAV.</summary>
public sealed class RemoteTests : IAsyncLifetime
{
    private Nginx _server = null!;

    public async ValueTask InitializeAsync() => _server = await Nginx.StartAsync();

    public async ValueTask DisposeAsync()
    {
        // Null where nginx is not installed and the test was skipped.
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_one_clone_built_the_second_does_not_build()
    {
        StageRecord[] nodes = [.. Enumerable.Range(0, 30).Select(index => Dock.Record with { Unit = Harbour.Id($"unit{index}") })];
        using var first = new Dock(remote: _server.Writing);
        foreach (var node in nodes)
        {
            Assert.Null(await first.FindAsync(CacheKey.Of(node)));
            var own = first.Put($"{node.Unit}/bin/own.dll", string.Join('\n', Enumerable.Repeat($"{node.Unit} is code", 500)));
            var shared = first.Put($"{node.Unit}/bin/shared.dll", "the same for all", linkable: true);
            Assert.True(await first.StoreAsync(node, own, shared, first.Put($"{node.Unit}/bin/empty", "")));
        }

        using var second = new Dock(remote: _server.Reading);
        foreach (var node in nodes)
        {
            var hit = await second.FindAsync(CacheKey.Of(node));
            Assert.True(hit is { FromRemote: true });
            Assert.Equal("3 files", (await second.RestoreAsync(hit)).Match(all => $"{all.Files} files", _ => "missed"));
            Assert.Equal(first.Read($"{node.Unit}/bin/own.dll"), second.Read($"{node.Unit}/bin/own.dll"));
        }
        Assert.Empty(first.Said);
        Assert.Empty(second.Said);

        // Now it has them itself, and needs no server.
        using var third = new Dock(second.Folder);
        foreach (var node in nodes) Assert.Equal("3 files", await third.FetchAsync(CacheKey.Of(node)));
    }

    [Fact]
    public async Task Finding_fetches_no_content()
    {
        using var first = new Dock(remote: _server.Writing);
        await first.StoreAsync(first.Put("bin/shop.dll", "code"));

        using var second = new Dock(remote: _server.Reading);
        Assert.NotNull(await second.FindAsync());
        Assert.False(Directory.Exists(Path.Combine(second.Folder, "cas")));
    }

    [Fact]
    public async Task Content_is_compressed_and_named_by_what_the_server_has()
    {
        using var first = new Dock(remote: _server.Writing);
        await first.StoreAsync(first.Put("bin/shop.dll", new string('x', 100_000)), first.Put("bin/tiny", "x"));

        Assert.Equal(2, _server.Files("cas").Length);
        Assert.All(_server.Files("cas"), file => Assert.Equal(Path.GetFileName(file), Machine.Files.FileDigest.OfFile(file).Hex));
        Assert.All(_server.Files("cas"), file => Assert.True(new FileInfo(file).Length < 1_000));
    }

    [Fact]
    public async Task What_this_machine_evicted_comes_back_from_the_server()
    {
        using var first = new Dock(remote: _server.Writing);
        await first.StoreAsync(first.Put("bin/shop.dll", new string('x', 1_000)));
        File.Delete(first.Blob(new string('x', 1_000)));

        using var again = new Dock(first.Folder, remote: _server.Reading);
        Assert.True(await again.FindAsync() is { FromRemote: false });
        Assert.Equal("1 files", await again.FetchAsync());
    }

    [Fact]
    public async Task An_entry_of_a_pull_request_lies_where_main_does_not_look()
    {
        using var request = new Dock(remote: _server.Writing, scope: CacheScope.PullRequest("41"));
        await request.StoreAsync(request.Put("bin/shop.dll", "malice"));

        using var main = new Dock(remote: _server.Reading);
        Assert.Equal("nothing found", await main.FetchAsync());
        Assert.Empty(main.Said);
        Assert.DoesNotContain(_server.Files("ac"), file => Path.GetFileName(file) == Dock.Key.AddressIn(CacheScope.Main).Hex);

        // Whoever copies it there on the server gains nothing.
        File.Copy(_server.Files("ac").Single(), Path.Combine(Path.GetDirectoryName(_server.Files("ac").Single())!, Dock.Key.AddressIn(CacheScope.Main).Hex));
        Assert.Equal("nothing found", await main.FetchAsync());
        Assert.Equal(["SLP3114"], main.Said);
    }

    [Fact]
    public async Task Content_that_was_changed_on_the_server_is_refused()
    {
        using var first = new Dock(remote: _server.Writing);
        await first.StoreAsync(first.Put("bin/shop.dll", new string('x', 1_000)));
        var blob = _server.Files("cas").Single();
        var bytes = await File.ReadAllBytesAsync(blob, TestContext.Current.CancellationToken);

        foreach (var bad in (byte[][])[bytes[..^3], [.. bytes[..^6], (byte)~bytes[^6], .. bytes[^5..]], [.. bytes, .. bytes], "nonsense"u8.ToArray(), []])
        {
            await File.WriteAllBytesAsync(blob, bad, TestContext.Current.CancellationToken);
            using var second = new Dock(remote: _server.Reading);
            Assert.Equal("not restored", await second.FetchAsync());
            Assert.Equal(["SLP3115", "SLP3116"], second.Said);
            Assert.False(Directory.Exists(second.At("bin")));
        }
    }

    [Fact]
    public async Task An_entry_of_a_writer_that_only_one_side_trusts_is_refused_on_the_other()
    {
        var ci = Dock.NewKey();
        using var first = new Dock(remote: _server.Writing, key: ci);
        await first.StoreAsync(first.Put("bin/shop.dll", "code"));

        using var trusting = new Dock(remote: _server.Reading, trusted: [ci]);
        Assert.Equal("1 files", await trusting.FetchAsync());
        using var other = new Dock(remote: _server.Reading);
        Assert.Equal("nothing found", await other.FetchAsync());
        Assert.Equal(["SLP3112"], other.Said);
    }
}
