using Slipway.Machine.Files;

namespace Slipway.Machine.Tests.Files;

public sealed class FileTreeTests : IDisposable
{
    private const UnixFileMode Program = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly TempFolder _temp = new();

    public FileTreeTests()
    {
        _temp.Write("tree/b", "b");
        _temp.Write("tree/a/z", "z");
        _temp.Write("tree/a-b", "-");
        _temp.Write("tree/A", "A");
        _temp.Write("tree/.hidden/x", "x");
        File.CreateSymbolicLink(_temp["tree/link"], "b");
        Directory.CreateSymbolicLink(_temp["tree/a/up"], "..");
        File.SetUnixFileMode(_temp["tree/b"], Program);
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Files_come_in_ordinal_order_and_links_are_not_followed() =>
        Assert.Equal([".hidden/x", "A", "a-b", "a/up", "a/z", "b", "link"], FileTree.Files(_temp["tree"]));

    [Fact]
    public void Folders_may_be_passed_over() =>
        Assert.Equal(["A", "a-b", "b", "link"], FileTree.Files(_temp["tree"], folder => folder is not ("a" or ".hidden")));

    [Fact]
    public void A_folder_that_does_not_exist_has_no_files() => Assert.Empty(FileTree.Files(_temp["none"]));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_copy_has_the_same_digest_modes_and_links(bool hardLinks)
    {
        FileTree.Copy(_temp["tree"], _temp["copy"], hardLinks);

        Assert.Equal(FileDigest.OfFolder(_temp["tree"]), FileDigest.OfFolder(_temp["copy"]));
        Assert.Equal(Program, File.GetUnixFileMode(_temp["copy/b"]));
        Assert.Equal("b", new FileInfo(_temp["copy/link"]).LinkTarget);
        File.WriteAllText(_temp["copy/b"], "changed in place");
        Assert.Equal(hardLinks ? "changed in place" : "b", File.ReadAllText(_temp["tree/b"]));
    }

    [Fact]
    public void A_copy_over_hard_links_leaves_the_source_alone()
    {
        FileTree.Copy(_temp["tree"], _temp["copy"], hardLinks: true);
        _temp.Write("other/b", "other");

        FileTree.Copy(_temp["other"], _temp["copy"]);

        Assert.Equal("b", File.ReadAllText(_temp["tree/b"]));
        Assert.Equal("other", File.ReadAllText(_temp["copy/b"]));
    }

    [Fact]
    public void Deleting_does_not_follow_links()
    {
        Directory.CreateDirectory(_temp["doomed"]);
        Directory.CreateSymbolicLink(_temp["doomed/link"], _temp["tree"]);

        FileTree.Delete(_temp["doomed"]);
        FileTree.Delete(_temp["doomed"]);

        Assert.True(File.Exists(_temp["tree/b"]));
    }
}
