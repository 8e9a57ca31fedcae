using Slipway.Machine.Processes;

namespace Slipway.Templates.Tests;

/// <summary>The other forms of a migration bundle, by the SDK's own properties, out of a release of a new platform.</summary>
public sealed class BundleFormTests
{
    [Theory]
    [InlineData("PublishReadyToRun", "true", 1)]
    [InlineData("PublishSelfContained", "true", 1)]
    [InlineData("PublishSingleFile", "false", 20)]
    [Trait("Category", "Rare")]
    public async Task A_bundle_takes_the_form_that_its_project_asks_for_and_runs(string property, string value, int least)
    {
        await using var platform = await InstantiatedPlatform.CreateAsync("Forms", PackedFeed.Version);
        var project = Path.Combine(platform.Root, "services/catalog/src/Catalog.Migrate/Catalog.Migrate.csproj");
        var text = await File.ReadAllTextAsync(project, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            project, text.Replace("<OutputType>Exe</OutputType>", $"<OutputType>Exe</OutputType><{property}>{value}</{property}>", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var build = await RunAsync((ProcessRequest.For("bash", Path.Combine(platform.Root, "build.sh"), "--target=Package", "--unit=catalog") with { WorkingDirectory = platform.Root })
            .With("SLIPWAY_CACHE", platform.Root + "-cache"));

        Assert.True(build.Succeeded, build.Tail);
        var release = Assert.Single(Directory.GetDirectories(Path.Combine(platform.Root, "artifacts/releases/services/catalog")));
        var files = Directory.GetFiles(Path.Combine(release, "migrate"));
        Assert.True(least == 1 ? files.Length == 1 : files.Length >= least, string.Join('\n', files));
        // What brings .NET needs none.
        var bundle = ProcessRequest.For(files.Single(file => Path.GetFileName(file) == "Catalog.Migrate"), "check-model");
        var run = await RunAsync(property == "PublishSelfContained" ? bundle.With("DOTNET_ROOT", "/nowhere").With("PATH", "/nowhere") : bundle);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        if (least == 1) return;
        var service = files.Single(file => Path.GetFileName(file) == "Catalog.dll");
        foreach (var (spoil, what) in new (Action, string)[] { (() => File.WriteAllText(service, "junk"), "damaged"), (() => File.Delete(service), "missing") })
        {
            spoil();
            var broken = await RunAsync(bundle);
            Assert.Equal(1, broken.ExitCode);
            Assert.StartsWith($"error SLP3215: The bundle is not whole: {service} is {what}", broken.Error, StringComparison.Ordinal);
        }
    }

    private static Task<ProcessResult> RunAsync(ProcessRequest request) => new ProcessRunner().RunAsync(
        request with
        {
            TimeLimit = TimeSpan.FromMinutes(25),
            Environment = request.Environment
                .SetItem("CI", null).SetItem("SLIPWAY_ROOT", null).SetItem("SlipwayVersion", null).SetItem("SLIPWAY_FEED", PackedFeed.Folder),
        },
        TestContext.Current.CancellationToken);
}
