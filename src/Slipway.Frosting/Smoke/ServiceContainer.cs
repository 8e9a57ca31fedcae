using System.Collections.Immutable;
using Cake.Core;
using Cake.Docker;
using Slipway.Artifacts.Store;
using Slipway.Model;
using Slipway.Model.Environments;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Frosting.Smoke;

/// <summary>Runs one released service as production would: nothing to write to, no rights, nobody's user.</summary>
internal sealed class ServiceContainer(SlipwayContext context, Platform platform, string image)
{
    private const int Port = 8080;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>What is wrong with the service, or null once it says that it lives. The container is gone afterwards.</summary>
    public async Task<Problem?> TryAsync(Unit service, CancellationToken cancellation)
    {
        var release = new ReleaseStore(Path.Combine(context.ArtifactsRoot, "releases")).Newest(service.Id);
        if (release is null) return Wrong(service, "has no release", "build it: ./build.sh --target=Verify");
        var program = service.ProjectsOf(ProjectRole.Entry).First().Name;
        var name = $"slipway-smoke-{service.Name.Lower}-{Guid.NewGuid():N}";
        try
        {
            context.DockerRun(Settings(service, name, Path.Combine(release.Folder, "app")), image, "dotnet", [$"/app/{program}.dll"]);
            return await AskAsync(service, name, cancellation);
        }
        catch (CakeException exception)
        {
            return Wrong(service, $"could not be run: {exception.Message}", "see what docker said above");
        }
        finally
        {
            context.DockerRm(new DockerContainerRmSettings { Force = true, Volumes = true }, name);
        }
    }

    private DockerContainerRunSettings Settings(Unit service, string name, string app) => new()
    {
        Detach = true,
        Name = name,
        ReadOnly = true,
        Tmpfs = ["/tmp"],
        User = "1654:1654",
        CapDrop = ["ALL"],
        SecurityOpt = ["no-new-privileges"],
        Mount = [$"type=bind,source={app},target=/app,readonly"],
        Publish = [$"127.0.0.1::{Port}"],
        Env = [$"ASPNETCORE_HTTP_PORTS={Port}", .. LocalSettings(service)],
    };

    // What the environment local says in the clear. Secrets stay away: life needs no database, readiness would.
    private IEnumerable<string> LocalSettings(Unit service) =>
        from environment in platform.Environments
        where environment.Name == EnvironmentName.Local
        from setting in environment.Settings.GetValueOrDefault(service.Name, ImmutableSortedDictionary<string, SettingValue>.Empty)
        let text = setting.Value.Match<string?>(plain => plain, _ => null, _ => null)
        where text is not null
        select $"{setting.Key}={text}";

    private async Task<Problem?> AskAsync(Unit service, string name, CancellationToken cancellation)
    {
        var address = context.DockerCustomCommand($"port {name} {Port}").First().Trim();
        using var client = new HttpClient { BaseAddress = new Uri($"http://{address}") };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative), limit.Token);
                return answer.IsSuccessStatusCode ? null : Wrong(service, $"answers {(int)answer.StatusCode} when it is asked for its health", "look at its log");
            }
            catch (HttpRequestException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(Pause, limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return Wrong(service, $"did not answer within {Patience.TotalSeconds:0} s; its log:\n{string.Join('\n', context.DockerLogs(name))}", "run it by hand and look why");
            }
        }
    }

    private static Problem Wrong(Unit service, string what, string mend) => new()
    {
        Code = Codes.Smoke,
        Message = $"{service.Id} {what}.",
        Mend = mend,
    };
}
