using Slipway.Acceptance.Tests.Harness;
using Slipway.Machine.Processes;

namespace Slipway.Acceptance.Tests.Releases;

/// <summary>Released services in containers of a real engine, where one answers.</summary>
public sealed class Containers(ReferencePlatform platform) : IAsyncDisposable
{
    private readonly string _image = $"slipway-acceptance-{Guid.NewGuid():N}";

    [Fact]
    public async Task The_image_of_a_release_lives_without_rights_on_a_file_system_that_it_cannot_write()
    {
        await AskForEngineAsync();

        var run = (await platform.RunAsync("--target=Smoke", "--unit=catalog")).Exits(0);

        Assert.Contains("\n  services/catalog  healthy\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("", (await AskAsync("docker", "ps", "--all", "--quiet", "--filter", "name=slipway-smoke-catalog")).Output);
        Assert.Equal("", (await AskAsync("docker", "image", "ls", "--quiet", "slipway/catalog")).Output);
    }

    [Fact]
    public async Task The_image_of_a_server_rendered_app_answers_with_its_page()
    {
        await AskForEngineAsync();
        // Elsewhere, because the release of what is changed here would stay.
        using var clone = await PlatformClone.MakeAsync();
        // What lies in public the build copies to dist.
        using var server = Plant.Write(Path.Combine(clone.Root, "apps/storefront/public/server.mjs"), """
            import http from 'node:http';
            import process from 'node:process';

            http.createServer((_, answer) => answer.end('hello')).listen(process.env.PORT, process.env.HOST);

            """);
        using var manifest = Plant.Replace(Path.Combine(clone.Root, "apps/storefront/package.json"), "\"dev\": \"vite\",", "\"dev\": \"vite\", \"start\": \"node dist/server.mjs\",");

        var run = (await clone.RunAsync("--target=Smoke", "--unit=storefront")).Exits(0);

        Assert.Contains("\n  apps/storefront  healthy\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("", (await AskAsync("docker", "ps", "--all", "--quiet", "--filter", "name=slipway-smoke-storefront")).Output);
    }

    [Fact]
    public async Task A_releases_files_live_on_another_image()
    {
        await MakeImageAsync();

        var run = (await platform.RunAsync("--target=Smoke", "--unit=catalog", $"--image={_image}")).Exits(0);

        Assert.Contains("\n  services/catalog  healthy\n", run.Output, StringComparison.Ordinal);
        await AssertNothingLeftAsync();
    }

    [Fact]
    public async Task A_service_that_ends_at_once_fails_with_its_log()
    {
        await MakeImageAsync("--change", "ENV DOTNET_STARTUP_HOOKS=/no/such/hook.dll");

        var run = (await platform.RunAsync("--target=Smoke", "--unit=services/catalog", $"--image={_image}")).Exits(1);

        Assert.Contains("SLP1111: services/catalog ended as soon as it was started; its log:\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("/no/such/hook.dll", run.Error, StringComparison.Ordinal);
        await AssertNothingLeftAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Executables.Find("docker") is not null) await AskAsync("docker", "image", "rm", "--force", _image);
    }

    private async Task MakeImageAsync(params string[] changes)
    {
        await AskForEngineAsync();
        var script = Path.Combine(Repository.Root, "tests", "Slipway.Acceptance.Tests", "Releases", "runtime-image.sh");
        (await AskAsync("bash", [script, _image, .. changes])).OrFail("making an image");
    }

    private static async Task AskForEngineAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The image is made of this machine's own .NET, which must be Linux's.");
        var engine = Executables.Find("docker") is null ? null : await AskAsync("docker", "version", "--format", "{{.Server.Version}}");
        Assert.SkipUnless(engine is { Succeeded: true }, "No Docker engine answers.");
    }

    private async Task AssertNothingLeftAsync() =>
        Assert.Equal("", (await AskAsync("docker", "ps", "--all", "--quiet", "--filter", $"ancestor={_image}")).Output);

    private static Task<ProcessResult> AskAsync(string program, params string[] arguments) =>
        new ProcessRunner().RunAsync(ProcessRequest.For(program, [.. arguments]), TestContext.Current.CancellationToken);
}
