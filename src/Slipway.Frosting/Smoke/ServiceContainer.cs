using System.Collections.Immutable;
using Cake.Core;
using Cake.Docker;
using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Store;
using Slipway.Artifacts.Verification;
using Slipway.Machine.Processes;
using Slipway.Model;
using Slipway.Model.Environments;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Workspace.Versions;

namespace Slipway.Frosting.Smoke;

/// <summary>Runs one released service or server-rendered app as production would: nothing to write to, no rights, nobody's user.</summary>
/// <param name="context">Of the run.</param>
/// <param name="platform">Whose services.</param>
/// <param name="versions">Of today's sources.</param>
/// <param name="other">An image to put the release's files on; null for the image that the release itself holds.</param>
internal sealed class ServiceContainer(SlipwayContext context, Platform platform, UnitVersions versions, string? other)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ServiceNetwork _network = ServiceNetwork.Of(context);

    /// <summary>What is wrong with the service, or null once it says that it lives. The container is gone afterwards.</summary>
    public async Task<Problem?> TryAsync(Unit service, CancellationToken cancellation)
    {
        var version = versions.Of(service.Id);
        var release = new ReleaseStore(Path.Combine(context.ArtifactsRoot, "releases")).Find(service.Id, version);
        if (release is null) return Wrong(service, $"has no release {version}, which is what its sources are today", "build it: ./build.sh --target=Verify");
        // Also where nothing was verified in this run: what runs here is what was signed.
        var keys = new KeyStore(KeyPlaces.FromEnvironment(platform.Root)).FindVerificationKeysHere(context.CommandLine.Key);
        var verdict = await ReleaseVerifier.VerifyAsync(release.Folder, keys, release.Address, cancellation);
        if (!verdict.Passed) return Wrong(service, $"has a release that does not verify: {verdict.Problems[0].Message.TrimEnd('.')}", "see what ./build.sh --target=Verify says");
        var name = $"slipway-smoke-{service.Name.Lower}-{Guid.NewGuid():N}";
        string? own = null;
        try
        {
            if (other is null && (own = ServiceImage.OfRelease(context, release.Folder, Path.Combine(context.ArtifactsRoot, "work"))) is null)
                return Wrong(service, "has no image in its release", "see the note of its stage package, or name an image to put its files on with --image");
            var settings = Settings(service, name);
            if (own is not null) context.DockerRun(settings, own, command: null);
            else context.DockerRun(Mounted(settings, release.Folder), other!, "dotnet", [$"/app/{service.ProjectsOf(ProjectRole.Entry).First().Name}.dll"]);
            return await AskAsync(service, name, cancellation);
        }
        catch (CakeException exception)
        {
            return Wrong(service, $"could not be run{(other is null ? "" : $" on {other}")}: {exception.Message.TrimEnd('.')}", "see what docker said above");
        }
        finally
        {
            Remove(name);
            if (own is not null) context.DockerCustomCommand($"image rm --force {own}");
        }
    }

    private static DockerContainerRunSettings Mounted(DockerContainerRunSettings settings, string release)
    {
        settings.Mount = [$"type=bind,source={Path.Combine(release, "app")},target=/app,readonly"];
        return settings;
    }

    private DockerContainerRunSettings Settings(Unit service, string name) => new()
    {
        Detach = true,
        Name = name,
        ReadOnly = true,
        Tmpfs = ["/tmp"],
        User = "1654:1654",
        CapDrop = ["ALL"],
        SecurityOpt = ["no-new-privileges"],
        Network = _network.Name,
        Publish = [.. _network.Publish],
        Env = [.. _network.Listening(service.Toolchain), .. LocalSettings(service)],
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
        // An app's page may well lead on to another place; that it answers is enough.
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = service.Server is null, CheckCertificateRevocationList = true }) { Timeout = Patience };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            while (Lives(name))
            {
                if (_network.AddressOf(name) is { } address && await AskOnceAsync(client, new Uri(address, PageOf(service)), limit.Token) is { } status)
                {
                    return (int)status >= 200 && (int)status < (service.Server is null ? 300 : 400)
                        ? null
                        : Wrong(service, $"answers {(int)status} when it is asked for {PageOf(service)}{await LogAsync(name)}", "run it by hand and look why");
                }
                await Task.Delay(Pause, limit.Token);
            }
            return Wrong(service, $"ended as soon as it was started{await LogAsync(name)}", "run it by hand and look why");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Wrong(service, $"did not answer within {Patience.TotalSeconds:0} s{await LogAsync(name)}", "run it by hand and look why");
        }
    }

    private static string PageOf(Unit service) => service.Server is null ? "/health/live" : "/";

    // Null while nobody listens yet.
    private static async Task<System.Net.HttpStatusCode?> AskOnceAsync(HttpClient client, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(address, cancellation);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private bool Lives(string name) =>
        context.DockerCustomCommand($"inspect --format {{{{.State.Running}}}} {name}").FirstOrDefault()?.Trim() == "true";

    // Not through Cake: a service that dies says why on standard error, which Cake's runner does not keep.
    private static async Task<string> LogAsync(string name)
    {
        var log = await new ProcessRunner().RunAsync(ProcessRequest.For("docker", "logs", "--tail", "40", name), CancellationToken.None);
        return log.Tail.Trim() is { Length: > 0 } tail ? $"; its log:\n{tail}\n" : "; it wrote no log";
    }

    // The raw command, whose output is kept from the screen: docker repeats the name.
    private void Remove(string name) => context.DockerCustomCommand($"rm --force --volumes {name}");

    private static Problem Wrong(Unit service, string what, string mend) => new()
    {
        Code = Codes.Smoke,
        Message = $"{service.Id} {what.TrimEnd()}{(what.EndsWith('\n') ? "" : ".")}",
        Mend = mend,
    };
}
