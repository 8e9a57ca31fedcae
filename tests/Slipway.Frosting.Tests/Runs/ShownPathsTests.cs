using Slipway.Frosting.Output;

namespace Slipway.Frosting.Tests.Runs;

public sealed class ShownPathsTests
{
    [Theory]
    [InlineData("/repo", "services/catalog/Program.cs", "platform/services/catalog/Program.cs")]
    [InlineData("/repo", "../artifacts/releases/app.dll", "artifacts/releases/app.dll")]
    [InlineData("/repo/platform", "services/catalog/Program.cs", "services/catalog/Program.cs")]
    [InlineData("/elsewhere", "services/catalog/Program.cs", "services/catalog/Program.cs")]
    [InlineData("/repo/platform/services/catalog", "services/catalog/Program.cs", "Program.cs")]
    [InlineData("/repo", "/usr/share/dotnet/sdk.targets", "/usr/share/dotnet/sdk.targets")]
    public void A_file_is_named_from_where_the_person_stands_if_that_holds_it(string current, string file, string shown) =>
        Assert.Equal(shown, new ShownPaths(new("/repo/platform"), current).Of(file));

    [Fact]
    public void A_path_in_a_sentence_is_named_so_too_if_there_is_such_a_file()
    {
        var root = Directory.CreateTempSubdirectory("slipway-shown-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "platform"));
            Directory.CreateDirectory(Path.Combine(root, "artifacts/releases/1.0"));
            var paths = new ShownPaths(new(Path.Combine(root, "platform")), root);
            Assert.Equal("Delete artifacts/releases/1.0, and run ./build.sh and/or wait.", paths.In("Delete ../artifacts/releases/1.0, and run ./build.sh and/or wait."));
            Assert.Null(paths.In(null));
            File.WriteAllText(Path.Combine(root, "platform/build.sh"), "");
            Assert.Equal("Run platform/build.sh --continue, then commit.", paths.In("Run ./build.sh --continue, then commit."));
            Assert.Equal("Run ./build.sh --continue, then commit.", new ShownPaths(new(Path.Combine(root, "platform")), Path.Combine(root, "platform")).In("Run ./build.sh --continue, then commit."));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
