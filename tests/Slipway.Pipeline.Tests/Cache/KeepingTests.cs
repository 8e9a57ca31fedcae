using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>What was stored comes back, and only as far as it is asked for.</summary>
public sealed class KeepingTests
{
    [Fact]
    public async Task What_a_stage_gave_is_found_by_its_inputs_with_the_record_of_the_real_execution()
    {
        using var dock = new Dock();
        Assert.True(await dock.StoreAsync(dock.Put("bin/shop.dll", "code"), dock.Put("bin/shop", "#!/bin/sh", executable: true), dock.Put("bin/empty", "")));
        using var other = new Dock(dock.Folder);

        var hit = await other.FindAsync();
        Assert.NotNull(hit);
        Assert.Equal(Dock.Record.ExecutedAt, hit.Entry.Record.ExecutedAt);
        Assert.Equal(Dock.Record.Invocation, hit.Entry.Record.Invocation);
        Assert.Equal(Dock.Main.Public, hit.Writer.Key);
        Assert.False(Directory.Exists(other.At("bin")), "finding touched the tree");

        Assert.Equal("3 files", (await other.RestoreAsync(hit)).Match(all => $"{all.Files} files", _ => "missed"));
        Assert.Equal(["code", "#!/bin/sh", ""], [other.Read("bin/shop.dll"), other.Read("bin/shop"), other.Read("bin/empty")]);
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(other.At("bin/shop")).HasFlag(UnixFileMode.UserExecute));
            Assert.False(File.GetUnixFileMode(other.At("bin/shop.dll")).HasFlag(UnixFileMode.UserExecute));
        }
        Assert.Empty(other.Said);
    }

    [Fact]
    public async Task Other_inputs_another_stage_and_another_unit_find_nothing()
    {
        using var dock = new Dock();
        await dock.StoreAsync(dock.Put("bin/shop.dll", "code"));

        Assert.Null(await dock.FindAsync(Dock.Key with { Fingerprint = Digest.Of("another source") }));
        Assert.Null(await dock.FindAsync(Dock.Key with { Stage = StageName.Lint }));
        Assert.Null(await dock.FindAsync(Dock.Key with { Unit = Harbour.Id("till") }));
        Assert.Empty(dock.Said);
    }

    [Fact]
    public async Task Only_the_wanted_outputs_are_put_in_place()
    {
        using var dock = new Dock();
        await dock.StoreAsync(dock.Put("obj/a", "a"), dock.Put("out/b", "b"));
        using var other = new Dock(dock.Folder);

        await other.RestoreAsync((await other.FindAsync())!, file => file.Path.StartsWith("out/", StringComparison.Ordinal));
        Assert.True(File.Exists(other.At("out/b")));
        Assert.False(File.Exists(other.At("obj/a")));
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        using var dock = new Dock();
        Assert.False(await dock.StoreAsync(Sample.Record(StageResult.Failed("two tests failed"))));
        Assert.Null(await dock.FindAsync());
    }

    [Fact]
    public async Task Files_of_the_same_content_are_kept_once()
    {
        using var dock = new Dock();
        await dock.StoreAsync([.. Enumerable.Range(0, 20).Select(index => dock.Put($"unit{index}/bin/shared.dll", "the same"))]);

        Assert.Single(Directory.GetFiles(Path.Combine(dock.Folder, "cas"), "*", SearchOption.AllDirectories));
        using var other = new Dock(dock.Folder);
        Assert.Equal("20 files", await other.FetchAsync());
    }

    [Fact]
    public async Task What_may_be_linked_shares_its_bytes_and_what_a_build_overwrites_in_place_does_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Hard links are made on Unix only.");
        using var dock = new Dock();
        await dock.StoreAsync(dock.Put("publish/shop.dll", "code", linkable: true), dock.Put("obj/shop.dll", "compiled"));
        using var other = new Dock(dock.Folder);
        var linked = (await other.RestoreAsync((await other.FindAsync())!)).Match(all => all.Linked, _ => -1);
        Assert.Equal(1, linked);

        // As MSBuild does when it copies over a file.
        await File.WriteAllTextAsync(other.At("obj/shop.dll"), "compiled again", TestContext.Current.CancellationToken);
        using var third = new Dock(dock.Folder);
        Assert.Equal("2 files", await third.FetchAsync());
        Assert.Equal("compiled", third.Read("obj/shop.dll"));
        Assert.Empty(third.Said);
    }

    [Fact]
    public async Task A_file_in_the_way_is_replaced_and_never_written_into()
    {
        using var dock = new Dock();
        await dock.StoreAsync(dock.Put("bin/shop.dll", "code"));
        using var other = new Dock(dock.Folder);
        other.Put("bin/shop.dll", "somebody's");
        // A second name of the same bytes, as a hard link into another store would be.
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Hard links are made on Unix only.");
        Assert.True(Machine.Files.FileTree.TryLink(other.At("bin/shop.dll"), other.At("second")));

        Assert.Equal("1 files", await other.FetchAsync());
        Assert.Equal("code", other.Read("bin/shop.dll"));
        Assert.Equal("somebody's", other.Read("second"));
    }

    [Fact]
    public async Task Restored_files_are_all_of_one_time_so_that_nothing_is_built_or_copied_again()
    {
        using var dock = new Dock();
        await dock.StoreAsync(dock.Put("obj/a.dll", "a"), dock.Put("bin/a.dll", "a"), dock.Put("bin/b.dll", "b"));
        using var other = new Dock(dock.Folder);
        await other.FetchAsync();
        Assert.Single(((string[])["obj/a.dll", "bin/a.dll", "bin/b.dll"]).Select(path => File.GetLastWriteTimeUtc(other.At(path))).Distinct());
    }

    [Fact]
    public async Task What_cannot_be_cached_is_said_and_leaves_the_stage_uncached()
    {
        using var dock = new Dock();
        dock.Put("bin/shop.dll", "code");
        File.CreateSymbolicLink(dock.At("bin/link"), "shop.dll");

        Assert.False(await dock.StoreAsync(new CacheOutput("../secret"), new CacheOutput("bin/none"), new CacheOutput("bin/link")));
        Assert.Equal(["SLP3120", "SLP3120", "SLP3120"], dock.Said);
        Assert.Null(await dock.FindAsync());
    }
}
