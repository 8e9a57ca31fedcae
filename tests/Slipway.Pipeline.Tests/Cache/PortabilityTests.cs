using Slipway.Pipeline.Cache;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>Nothing that is kept names a folder of the machine that made it.</summary>
public sealed class PortabilityTests
{
    [Fact]
    public async Task A_document_that_names_the_checkout_names_the_checkout_that_it_is_put_back_into()
    {
        using var dock = new Dock();
        await dock.StoreAsync(dock.Put("bin/assets.json", Document(dock), OutputContent.Document));
        using var other = new Dock(dock.Folder);

        Assert.Equal("1 files", await other.FetchAsync());

        Assert.Equal(Document(other), other.Read("bin/assets.json"));
        var kept = Directory.GetFiles(Path.Combine(dock.Folder, "cas"), "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        Assert.DoesNotContain(kept, text => text.Contains(dock.Root, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "the root is {0}/src here")]
    [InlineData(false, "{0}")]
    [InlineData(true, """{ "note": "built in {0}/src" }""")]
    public async Task What_names_the_checkout_in_any_other_way_leaves_the_stage_uncached_and_that_is_said(bool document, string text)
    {
        var content = document ? OutputContent.Document : OutputContent.Portable;
        using var dock = new Dock();

        Assert.False(await dock.StoreAsync(dock.Put("bin/plain", "plain"), dock.Put("bin/notes", text.Replace("{0}", dock.Root, StringComparison.Ordinal), content)));

        Assert.Equal(["SLP3124"], dock.Said);
        Assert.Contains($"'bin/notes' cannot be cached: it names {dock.Root}", dock.Words, StringComparison.Ordinal);
        Assert.Null(await dock.FindAsync());
    }

    [Fact]
    public async Task Where_no_document_that_names_a_folder_is_put_back_nobody_asks_where_the_packages_lie()
    {
        using var dock = new Dock();
        await dock.StoreAsync(
            dock.Put("bin/shop.dll", "code"), dock.Put("bin/findings.json", "[]", OutputContent.Document), dock.Put("bin/assets.json", Document(dock), OutputContent.Document));
        var hit = await dock.FindAsync();
        var asked = 0;
        var tree = dock.Tree with { Machine = new(() => { asked++; return new(dock.Root); }) };

        await dock.Cache.RestoreAsync(hit!, tree, dock.At("artifacts/work"), file => file.Path != "bin/assets.json", cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, asked);
        await dock.Cache.RestoreAsync(hit!, tree, dock.At("artifacts/work"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Only_a_whole_name_is_one()
    {
        var machine = new MachinePaths("/repo", "/data/nuget/packages");

        Assert.Equal("/repo", machine.NamedIn("in /repo/src"u8));
        Assert.Equal("/repo", machine.NamedIn("""{"a":"\/repo\/src"}"""u8));
        Assert.Equal("/repo", machine.NamedIn("file:///repo"u8));
        Assert.Equal("/repo", machine.NamedIn(System.Text.Encoding.Unicode.GetBytes("in /repo/src")));
        Assert.Equal("/data/nuget/packages", machine.NamedIn("/data/nuget/packages/xunit"u8));
        Assert.Null(machine.NamedIn("/repository/src, /data/repo.git, my/repo/src"u8));
    }

    private static string Document(Dock dock) => $$"""
        { "plain": "{{dock.Root}}/src", "escaped": "{{dock.Root.Replace("/", @"\/", StringComparison.Ordinal)}}\/src", "root": "{{dock.Root}}", "other": "/elsewhere/tree" }
        """;
}
