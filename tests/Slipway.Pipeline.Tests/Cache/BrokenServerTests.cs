using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>A remote that is down, slow or lying costs time, never correctness. The servers here are pretended; see <see cref="PretendServer"/>.</summary>
public sealed class BrokenServerTests
{
    [Fact]
    public async Task A_server_that_never_answers_is_given_up_after_three_requests_and_said_once()
    {
        await using var server = new PretendServer((_, _) => null);
        using var dock = new Dock(remote: server.Remote with { Limit = TimeSpan.FromMilliseconds(50) });
        await BypassedAsync(dock);
        Assert.Equal(["SLP3117", "SLP3117", "SLP3117", "SLP3118"], dock.Said);
    }

    [Fact]
    public async Task A_server_that_answers_500_is_given_up_after_three_requests_and_said_once()
    {
        await using var server = new PretendServer((_, _) => PretendServer.Status(500));
        using var dock = new Dock(remote: server.Remote);
        await BypassedAsync(dock);
        Assert.Equal(["SLP3117", "SLP3117", "SLP3117", "SLP3118"], dock.Said);
        Assert.Equal(3, server.Requests.Count);
        Assert.Contains("answered 500", dock.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_given_up()
    {
        Uri address;
        await using (var server = new PretendServer((_, _) => null)) address = server.Address;
        using var dock = new Dock(remote: new() { Address = address, Writes = true });
        await BypassedAsync(dock);
        Assert.Equal(["SLP3117", "SLP3117", "SLP3117", "SLP3118"], dock.Said);
    }

    [Fact]
    public async Task A_server_that_hangs_up_in_the_midst_of_an_answer_is_bypassed()
    {
        await using var server = new PretendServer((_, _) => "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome"u8.ToArray());
        using var dock = new Dock(remote: server.Remote with { Writes = false });
        Assert.Null(await dock.FindAsync());
        Assert.Equal(["SLP3117"], dock.Said);
    }

    [Fact]
    public async Task A_server_that_begins_an_answer_and_never_ends_it_runs_into_the_limit()
    {
        await using var server = new PretendServer((_, _) => "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome"u8.ToArray()) { StaysOpen = true };
        using var dock = new Dock(remote: server.Remote with { Limit = TimeSpan.FromMilliseconds(50), Patience = 1 });
        Assert.Null(await dock.FindAsync());
        Assert.Equal(["SLP3117", "SLP3118"], dock.Said);
        Assert.Contains("not within", dock.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_token_is_left_alone_at_once()
    {
        await using var server = new PretendServer((_, _) => PretendServer.Status(401));
        using var dock = new Dock(remote: server.Remote);
        await BypassedAsync(dock);
        Assert.Equal(["SLP3118"], dock.Said);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_takes_nothing_is_still_read()
    {
        await using var server = new PretendServer((method, _) => PretendServer.Status(method == "PUT" ? 403 : 404));
        using var dock = new Dock(remote: server.Remote);
        Assert.True(await dock.StoreAsync(dock.Put("bin/shop.dll", "code")));
        Assert.True(await dock.StoreAsync(Dock.Record with { Unit = Harbour.Id("till") }, dock.Put("bin/till.dll", "other")));
        Assert.Null(await dock.FindAsync(Dock.Key with { Stage = StageName.Lint }));
        Assert.Equal(["SLP3122"], dock.Said);
        Assert.Equal(["HEAD /cas", "PUT /cas", "GET /ac"], server.Requests);
    }

    [Fact]
    public async Task A_server_whose_entry_is_nonsense_is_refused()
    {
        await using var server = new PretendServer((method, _) => method == "GET" ? PretendServer.Ok("<html>welcome to the hotel</html>"u8.ToArray()) : PretendServer.Status(404));
        using var dock = new Dock(remote: server.Remote with { Writes = false });
        Assert.Equal("nothing found", await dock.FetchAsync());
        Assert.Equal(["SLP3110"], dock.Said);
    }

    [Fact]
    public async Task An_upload_that_fails_leaves_no_entry_on_the_server()
    {
        await using var server = new PretendServer((method, path) => PretendServer.Status(method == "PUT" && path.StartsWith("/cas", StringComparison.Ordinal) ? 507 : 404));
        using var dock = new Dock(remote: server.Remote);
        Assert.True(await dock.StoreAsync(dock.Put("bin/shop.dll", "code")));
        Assert.Equal(["HEAD /cas", "PUT /cas"], server.Requests);
        Assert.Equal(["SLP3117"], dock.Said);
    }

    [Fact]
    public async Task A_token_is_sent_and_never_said()
    {
        await using var server = new PretendServer((_, _) => PretendServer.Status(401));
        var settings = CacheSettings.Read(name => name switch
        {
            "SLIPWAY_REMOTE_CACHE" => server.Address.ToString(),
            "SLIPWAY_REMOTE_CACHE_TOKEN" => "env:CI_TOKEN",
            "CI_TOKEN" => "tell-nobody",
            _ => null,
        });
        using var dock = new Dock(remote: settings.Remote);
        Assert.Null(await dock.FindAsync());
        Assert.Contains("Authorization: Bearer tell-nobody", Assert.Single(server.Heads), StringComparison.Ordinal);
        Assert.DoesNotContain("tell-nobody", $"{dock.Words} {settings}", StringComparison.Ordinal);
    }

    // The build is right: what was not found is built, kept here, and found here.
    private static async Task BypassedAsync(Dock dock)
    {
        Assert.Null(await dock.FindAsync());
        Assert.True(await dock.StoreAsync(dock.Put("bin/shop.dll", "code")));
        for (var round = 0; round < 4; round++) Assert.Null(await dock.FindAsync(Dock.Key with { Unit = Harbour.Id($"unit{round}") }));
        Assert.Equal("1 files", await dock.FetchAsync());
    }
}
