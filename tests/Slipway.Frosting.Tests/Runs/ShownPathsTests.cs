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
}
