using System.IO.Compression;

namespace Slipway.Build.Tests;

/// <summary>What Pack left in the feed: the same bytes from the same sources, whoever packs them.</summary>
public sealed class PackedPackages
{
    [Fact]
    public void A_package_tells_neither_when_nor_at_which_commit_it_was_packed()
    {
        var feed = Path.Combine(Checkout.Root, "artifacts", "feed");
        Assert.SkipUnless(Directory.Exists(feed), "Nothing has been packed here yet: ./build.sh --target=Pack");

        var packages = Directory.GetFiles(feed, "*.nupkg");

        Assert.NotEmpty(packages);
        Assert.All(packages, path =>
        {
            using var package = ZipFile.OpenRead(path);
            Assert.All(package.Entries, entry => Assert.Equal(new DateTime(2020, 1, 1), entry.LastWriteTime.DateTime));
            using var manifest = new StreamReader(package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
            Assert.DoesNotContain("<repository", manifest.ReadToEnd(), StringComparison.Ordinal);
        });
    }
}
