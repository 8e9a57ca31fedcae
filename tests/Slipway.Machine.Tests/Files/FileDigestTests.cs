using Slipway.Machine.Files;
using Slipway.Model;

namespace Slipway.Machine.Tests.Files;

public sealed class FileDigestTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_files_digest_is_that_of_its_bytes()
    {
        var path = _temp.Write("file", "content");

        Assert.Equal(Digest.Of("content"), FileDigest.OfFile(path));
        Assert.Equal(Digest.Of("content"), await FileDigest.OfFileAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_folders_digest_is_told_by_names_and_contents_alone()
    {
        _temp.Write("one/a/x", "1");
        _temp.Write("one/b", "2");
        _temp.Write("two/b", "2");
        _temp.Write("two/a/x", "1");
        File.SetLastWriteTimeUtc(_temp["two/b"], DateTime.UnixEpoch);
        Directory.CreateDirectory(_temp["two/empty"]);
        var digest = FileDigest.OfFolder(_temp["one"]);
        Assert.Equal(digest, FileDigest.OfFolder(_temp["two"]));

        _temp.Write("two/b", "3");
        Assert.NotEqual(digest, FileDigest.OfFolder(_temp["two"]));

        _temp.Write("two/b", "2");
        File.Move(_temp["two/b"], _temp["two/c"]);
        Assert.NotEqual(digest, FileDigest.OfFolder(_temp["two"]));
    }
}
