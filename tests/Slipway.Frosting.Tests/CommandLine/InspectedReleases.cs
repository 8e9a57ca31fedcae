using System.Text.Json;
using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.CommandLine;

/// <summary><c>--target=Inspect --release=PATH</c>: what a release says of itself, and whether that is to be believed.</summary>
public sealed class InspectedReleases
{
    [Fact]
    public async Task A_release_that_verifies_is_shown()
    {
        using var platform = new TestPlatform();
        var release = await LooseReleases.ReleaseAsync(platform);
        var call = Inspect(platform, release);
        Assert.True(call.ExitCode == 0, call.Output + call.Error);
        Assert.Contains("services/catalog 1.4.0 is sha256:", call.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT TO BE BELIEVED", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_tampered_with_is_shown_as_such_and_fails()
    {
        using var platform = new TestPlatform();
        var release = await LooseReleases.ReleaseAsync(platform);
        await File.WriteAllTextAsync(Path.Combine(release, "app/Catalog.dll"), "evil", TestContext.Current.CancellationToken);
        var call = Inspect(platform, release);
        Assert.Equal(1, call.ExitCode);
        Assert.Contains("NOT TO BE BELIEVED: what follows is what the release says of itself.", call.Output, StringComparison.Ordinal);
        Assert.Contains("SLP4050", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_program_reads_the_same(bool tampered)
    {
        using var platform = new TestPlatform();
        var release = await LooseReleases.ReleaseAsync(platform);
        if (tampered) await File.WriteAllTextAsync(Path.Combine(release, "app/Catalog.dll"), "evil", TestContext.Current.CancellationToken);
        var call = Inspect(platform, release, "--json", $"--against={release}");
        Assert.Equal(tampered ? 1 : 0, call.ExitCode);
        var start = call.Output.IndexOf('{', StringComparison.Ordinal);
        using var json = JsonDocument.Parse(call.Output[start..(call.Output.LastIndexOf('}') + 1)]);
        var told = json.RootElement.GetProperty("release");
        Assert.Equal((!tampered, "services/catalog", "1.4.0"), (told.GetProperty("verifies").GetBoolean(), told.GetProperty("unit").GetString(), told.GetProperty("version").GetString()));
        Assert.Equal(tampered ? 1 : 0, told.GetProperty("problems").GetArrayLength());
        Assert.Equal(0, json.RootElement.GetProperty("difference").GetProperty("changed").GetArrayLength());
    }

    private static HostCall Inspect(TestPlatform platform, string release, params string[] options) =>
        HostCall.On(platform, "", ["--target=Inspect", $"--release={release}", $"--key=file:{platform.Root}/key.pub", .. options]);
}
