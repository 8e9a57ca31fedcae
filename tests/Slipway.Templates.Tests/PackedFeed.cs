namespace Slipway.Templates.Tests;

/// <summary>What the target Pack of this repository has left: a folder feed of one version.</summary>
internal static class PackedFeed
{
    private const string Mark = ".packed-";

    public static string Folder { get; } = Path.Combine(Repository.Root, "artifacts", "feed");

    /// <summary>The version of its packages. Without a feed the test is skipped, and says so.</summary>
    public static string Version
    {
        get
        {
            var marks = Directory.Exists(Folder) ? Directory.GetFiles(Folder, Mark + "*") : [];
            Assert.SkipWhen(marks.Length == 0, "There are no packages to build on: ./build.sh --target=Pack, or run the tests with ./build.sh --target=Test.");
            return Path.GetFileName(marks[0])[Mark.Length..];
        }
    }
}
