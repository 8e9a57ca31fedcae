using Slipway.Evidence.Dsse;
using Slipway.Model;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Cache.Entries;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>A cache that somebody has had their hands on. Every time: refused, said, and nothing wrong in the tree.</summary>
public sealed class AttackTests : IDisposable
{
    private readonly Dock _dock = new();

    [Fact]
    public async Task Any_flipped_bit_of_an_entry_is_refused_or_without_effect()
    {
        await StoreAsync();
        var good = await File.ReadAllBytesAsync(_dock.Entry(), TestContext.Current.CancellationToken);
        for (var at = 0; at < good.Length; at += 7)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= (byte)(1 << (at % 8));
            await File.WriteAllBytesAsync(_dock.Entry(), bad, TestContext.Current.CancellationToken);
            using var reader = new Dock(_dock.Folder);
            if (await reader.FindAsync() is { } hit)
            {
                // Only what nobody signs may differ: the names that a server knows the content by, and base64's spare bits.
                Assert.Equal(Dock.Record.ExecutedAt, hit.Entry.Record.ExecutedAt);
                Assert.Equal("1 files", (await reader.RestoreAsync(hit)).Match(all => $"{all.Files} files", _ => "missed"));
                Assert.Equal("code", reader.Read("bin/shop.dll"));
            }
            else
            {
                Assert.Matches("^SLP311[0-4]$", Assert.Single(reader.Said));
            }
        }
    }

    [Fact]
    public async Task A_truncated_entry_is_refused_at_whatever_length()
    {
        await StoreAsync();
        var good = await File.ReadAllBytesAsync(_dock.Entry(), TestContext.Current.CancellationToken);
        for (var length = 0; length < good.Length; length += 11)
        {
            await File.WriteAllBytesAsync(_dock.Entry(), good[..length], TestContext.Current.CancellationToken);
            using var reader = new Dock(_dock.Folder);
            Assert.Equal("nothing found", await reader.FetchAsync());
            Assert.Equal(["SLP3110"], reader.Said);
            Assert.False(File.Exists(_dock.Entry()), "the damaged entry was left");
        }
    }

    [Fact]
    public async Task An_unsigned_entry_is_refused()
    {
        await StoreAsync();
        Rewrite(envelope => envelope with { Signatures = [] });
        await RefusedAsync("SLP3111", "is not signed");
    }

    [Fact]
    public async Task An_entry_of_an_untrusted_writer_is_refused_and_named()
    {
        var stranger = Dock.NewKey();
        using var writer = new Dock(_dock.Folder, stranger);
        await writer.StoreAsync(writer.Put("bin/shop.dll", "malice"));
        await RefusedAsync("SLP3112", stranger.Public.Id);
    }

    [Fact]
    public async Task A_stranger_who_names_a_trusted_key_is_refused()
    {
        using var writer = new Dock(_dock.Folder, Dock.NewKey());
        await writer.StoreAsync(writer.Put("bin/shop.dll", "malice"));
        Rewrite(envelope => envelope with { Signatures = [envelope.Signatures[0] with { KeyId = Dock.Main.Public.Id }] });
        await RefusedAsync("SLP3113", "does not match");
    }

    [Fact]
    public async Task An_entry_whose_record_was_changed_is_refused()
    {
        await StoreAsync();
        Rewrite(envelope => envelope with
        {
            Payload = [.. System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(envelope.Payload).Replace("2031", "2032"))],
        });
        await RefusedAsync("SLP3113", "does not match");
    }

    [Fact]
    public async Task A_trusted_signature_over_something_else_than_an_entry_is_refused()
    {
        await StoreAsync();
        var message = PreAuthentication.Encode("application/vnd.in-toto+json", Envelope.Read(Read().Envelope).Payload);
        var signature = await Dock.Main.Signer.SignAsync(message, TestContext.Current.CancellationToken);
        Rewrite(envelope => new("application/vnd.in-toto+json", envelope.Payload, [new(Dock.Main.Public.Id, signature)]));
        await RefusedAsync("SLP3110", "in-toto");
    }

    [Fact]
    public async Task An_entry_that_was_moved_to_other_inputs_is_refused()
    {
        await StoreAsync();
        var other = Dock.Key with { Fingerprint = Digest.Of("other inputs") };
        var address = other.AddressIn(CacheScope.Main).Hex;
        Directory.CreateDirectory(Path.Combine(_dock.Folder, "ac", address[..2]));
        File.Copy(_dock.Entry(), Path.Combine(_dock.Folder, "ac", address[..2], address));

        using var reader = new Dock(_dock.Folder);
        Assert.Equal("nothing found", await reader.FetchAsync(other));
        Assert.Equal(["SLP3114"], reader.Said);
    }

    [Fact]
    public async Task An_entry_of_a_pull_request_does_not_feed_main_though_a_trusted_key_signed_it()
    {
        var scope = CacheScope.PullRequest("41");
        using var request = new Dock(_dock.Folder, scope: scope);
        await request.StoreAsync(request.Put("bin/shop.dll", "malice"));

        // Left where it is, main does not even see it.
        using var main = new Dock(_dock.Folder);
        Assert.Equal("nothing found", await main.FetchAsync());
        Assert.Empty(main.Said);

        // Moved to where main looks, it is refused.
        Directory.CreateDirectory(Path.GetDirectoryName(_dock.Entry())!);
        File.Copy(_dock.Entry(scope), _dock.Entry());
        await RefusedAsync("SLP3114", "pull-request:41");
    }

    [Fact]
    public async Task A_pull_request_reads_main_and_itself_but_no_other_pull_request()
    {
        var scope = CacheScope.PullRequest("41");
        var key = Dock.Key with { Fingerprint = Digest.Of("the request's own change") };
        await StoreAsync();
        using var request = new Dock(_dock.Folder, scope: scope);
        await request.StoreAsync(Dock.Record with { Fingerprint = key.Fingerprint }, request.Put("bin/shop.dll", "changed"));

        using var again = new Dock(_dock.Folder, scope: scope);
        Assert.Equal(CacheScope.Main, (await again.FindAsync())!.Entry.Scope);
        Assert.Equal(scope, (await again.FindAsync(key))!.Entry.Scope);
        using var other = new Dock(_dock.Folder, scope: CacheScope.PullRequest("42"));
        Assert.Null(await other.FindAsync(key));
    }

    [Theory]
    [InlineData("c0de")]
    [InlineData("co")]
    [InlineData("")]
    public async Task Content_that_was_changed_or_cut_is_thrown_away_and_nothing_is_restored(string bad)
    {
        await _dock.StoreAsync(_dock.Put("bin/shop.dll", "code"), _dock.Put("bin/other.dll", "other"));
        await File.WriteAllTextAsync(_dock.Blob("code"), bad, TestContext.Current.CancellationToken);

        using var reader = new Dock(_dock.Folder);
        if (await reader.FindAsync() is { } hit) Assert.Equal("missed", (await reader.RestoreAsync(hit)).Match(_ => "restored", _ => "missed"));
        Assert.False(Directory.Exists(reader.At("bin")), "a part of the outputs was put in place");
        // What has the wrong size is not even taken for content; what has the right one is said to be wrong.
        if (bad.Length == 4) Assert.Equal(["SLP3115", "SLP3116"], reader.Said);
        if (bad.Length == 4) Assert.False(File.Exists(_dock.Blob("code")), "the bad content was left");

        Assert.True(await _dock.StoreAsync(_dock.Put("bin/shop.dll", "code"), _dock.Put("bin/other.dll", "other")));
        using var next = new Dock(_dock.Folder);
        Assert.Equal("2 files", await next.FetchAsync());
    }

    [Fact]
    public async Task Linked_content_that_somebody_wrote_into_is_noticed_on_the_next_use()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Hard links are made on Unix only.");
        await _dock.StoreAsync(_dock.Put("publish/shop.dll", "code", linkable: true));
        await File.WriteAllTextAsync(_dock.At("publish/shop.dll"), "c0de", TestContext.Current.CancellationToken);

        using var reader = new Dock(_dock.Folder);
        Assert.Equal("not restored", await reader.FetchAsync());
        Assert.Equal(["SLP3115", "SLP3116"], reader.Said);
    }

    [Fact]
    public async Task A_link_in_the_tree_does_not_lead_an_output_outside()
    {
        await StoreAsync();
        using var reader = new Dock(_dock.Folder);
        using var outside = new Dock();
        Directory.CreateSymbolicLink(reader.At("bin"), outside.Root);

        Assert.Equal("not restored", await reader.FetchAsync());
        Assert.Equal(["SLP3119"], reader.Said);
        Assert.Empty(Directory.GetFileSystemEntries(outside.Root));
        // Nothing is wrong with the entry: elsewhere it is of use.
        using var next = new Dock(_dock.Folder);
        Assert.Equal("1 files", await next.FetchAsync());
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/outside")]
    [InlineData("bin/../../outside")]
    public async Task A_path_that_leaves_the_platform_is_refused_whoever_signed_it(string path)
    {
        var entry = new CacheEntry
        {
            Scope = CacheScope.Main,
            Record = Dock.Record,
            Outputs = [new() { Path = path, Content = Digest.Of("malice"), Size = 6 }],
        };
        var envelope = await new EntrySeal(Dock.Main, []).SignAsync(entry, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(_dock.Entry())!);
        File.WriteAllBytes(_dock.Entry(), new ActionResult { Blobs = [], Envelope = envelope }.Write());
        await RefusedAsync("SLP3110", path);
    }

    public void Dispose() => _dock.Dispose();

    private Task<bool> StoreAsync() => _dock.StoreAsync(_dock.Put("bin/shop.dll", "code"));

    private ActionResult Read() => ActionResult.Read(File.ReadAllBytes(_dock.Entry()));

    private void Rewrite(Func<Envelope, Envelope> change)
    {
        var result = Read();
        File.WriteAllBytes(_dock.Entry(), (result with { Envelope = change(Envelope.Read(result.Envelope)).Write() }).Write());
    }

    private async Task RefusedAsync(string code, string word)
    {
        using var reader = new Dock(_dock.Folder);
        Assert.Equal("nothing found", await reader.FetchAsync());
        Assert.Equal([code], reader.Said);
        Assert.Contains(word, reader.Words, StringComparison.Ordinal);
        Assert.False(Directory.Exists(reader.At("bin")));
    }
}
