[assembly: AssemblyFixture(typeof(Slipway.Templates.Tests.NorthStar))]

namespace Slipway.Templates.Tests;

public sealed class PlatformTemplateTests(NorthStar star)
{
    private readonly InstantiatedPlatform _platform = star.Platform;

    [Fact]
    public async Task Every_file_that_git_tracks_comes_along_and_no_other()
    {
        string[] added = ["services/order-history/", "services/payments/", "apps/admin/", "packages/money/"];

        var written = _platform.Files().Where(file => !added.Any(unit => file.StartsWith(unit, StringComparison.Ordinal)));

        var tracked = (await Repository.FilesOfAsync("platform")).Select(Renamed).Order(StringComparer.Ordinal);
        Assert.Equal(tracked, written);
    }

    [Fact]
    public void No_name_and_no_content_bears_the_word_of_the_template()
    {
        var bearing = _platform.Files().Where(file => Bears(file) || Bears(_platform.Read(file)));

        Assert.Empty(bearing);
    }

    [Theory]
    [InlineData("platform.yaml", "name: NorthStar")]
    [InlineData("package.json", "\"name\": \"north-star\"")]
    [InlineData("apps/storefront/package.json", "\"@north-star/catalog-client\": \"*\"")]
    [InlineData("package-lock.json", "\"node_modules/@north-star/catalog-client\"")]
    [InlineData("packages/contracts/src/Contracts/Contracts.csproj", "<PackageId>NorthStar.Contracts</PackageId>")]
    public void The_name_is_written_as_each_tool_wants_it(string file, string text) =>
        Assert.Contains(text, _platform.Read(file), StringComparison.Ordinal);

    [Fact]
    public void It_asks_for_exactly_the_packages_that_its_template_was_packed_with()
    {
        var versions = _platform.Read("Directory.Packages.props");

        Assert.Contains($">{NorthStar.Version}</SlipwayVersion>", versions, StringComparison.Ordinal);
        Assert.DoesNotContain("0.1.0-dev", versions, StringComparison.Ordinal);
    }

    [Fact]
    public void The_launcher_can_be_run_at_once()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no bit for it.");
            return;
        }

        Assert.True(File.GetUnixFileMode(Path.Combine(_platform.Root, "build.sh")).HasFlag(UnixFileMode.UserExecute));
    }

    private static bool Bears(string text) => text.Contains("harborline", StringComparison.OrdinalIgnoreCase);

    private static string Renamed(string file) => file.Replace("Harborline", "NorthStar", StringComparison.Ordinal);
}
