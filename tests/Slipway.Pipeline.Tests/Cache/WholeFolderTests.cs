namespace Slipway.Pipeline.Tests.Cache;

/// <summary>A folder that comes back as a whole holds nothing of what lay there.</summary>
public sealed class WholeFolderTests
{
    [Fact]
    public async Task What_an_older_build_left_in_the_folder_goes_and_what_lies_beside_it_stays()
    {
        using var dock = new Dock();
        await dock.StoreAsync(dock.Put("shop/bin/shop.dll", "code"), dock.Put("shop/bin/de/words", "Wörter"), dock.Put("shop/notes", "new"));
        using var other = new Dock(dock.Folder);
        other.Put("shop/bin/stale.dll", "an older version's");
        other.Put("shop/own", "somebody's");

        await other.RestoreAsync((await other.FindAsync())!, null, "shop/bin");

        Assert.Equal(["de/words", "shop.dll"], Machine.Files.FileTree.Files(other.At("shop/bin")));
        Assert.Equal(["code", "new", "somebody's"], [other.Read("shop/bin/shop.dll"), other.Read("shop/notes"), other.Read("shop/own")]);
        Assert.Equal(["bin"], Directory.GetDirectories(other.At("shop")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Where_content_is_missing_the_folder_stays_as_it_was()
    {
        using var dock = new Dock();
        await dock.StoreAsync(dock.Put("bin/shop.dll", "code"), dock.Put("bin/words", "words"));
        using var other = new Dock(dock.Folder);
        var hit = (await other.FindAsync())!;
        File.Delete(dock.Blob("words"));
        other.Put("bin/stale.dll", "an older version's");

        Assert.Equal("missed", (await other.RestoreAsync(hit, null, "bin")).Match(_ => "restored", _ => "missed"));

        Assert.Equal(["stale.dll"], Machine.Files.FileTree.Files(other.At("bin")));
    }

    [Fact]
    public async Task What_lies_in_the_folder_of_artifacts_is_named_after_it_wherever_it_lies()
    {
        using var dock = new Dock();
        await dock.StoreAsync(dock.Put("artifacts/releases/shop/app", "code"));
        using var other = new Dock(dock.Folder);
        var elsewhere = other.Tree with { Artifacts = other.At("out") };

        await other.Cache.RestoreAsync((await other.FindAsync())!, elsewhere, other.At("work"), whole: ["artifacts/releases/shop"], cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("code", other.Read("out/releases/shop/app"));
    }
}
