using Slipway.Artifacts.Registries;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Registries;

/// <summary>A folder for layouts, and a client that is as impatient as a test.</summary>
internal sealed class RegistryYard : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("slipway-registries-").FullName;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public RegistryOptions Options { get; init; } = new()
    {
        Credentials = (_, _) => Task.FromResult<Artifacts.Registries.Credentials.RegistryCredential?>(null),
        FirstDelay = TimeSpan.FromMilliseconds(1),
        ReferrersSettling = TimeSpan.FromMilliseconds(1),
        IdleLimit = TimeSpan.FromSeconds(10),
        ChunkSize = 1000,
    };

    public string At(string path) => Path.Combine(Root, path);

    public SampleLayout Layout(string layer = "a layer", params string[] statements) => new(At($"layout-{Guid.NewGuid():N}"), layer, statements);

    /// <summary>Long enough for several parts.</summary>
    public static string Long(int length = 4500) => string.Concat(Enumerable.Range(0, length).Select(number => (char)('a' + (number * 7 % 26))));

    public async Task<PushedLayout> PushAsync(SampleLayout layout, RegistryReference target, RegistryOptions? options = null)
    {
        using var pusher = new LayoutPusher(options ?? Options);
        return await pusher.PushAsync(layout.Folder, target, Cancellation);
    }

    public async Task<PulledLayout> PullAsync(RegistryReference source, string folder, RegistryOptions? options = null, bool referrers = true)
    {
        using var puller = new LayoutPuller(options ?? Options);
        return await puller.PullAsync(source, At(folder), referrers: referrers, cancellation: Cancellation);
    }

    public static async Task<Problem> FailsAsync(string code, Func<Task> act)
    {
        var problem = Assert.Single((await Assert.ThrowsAsync<KnownFailureException>(act)).Problems);
        Assert.Equal(code, problem.Code);
        Assert.NotNull(problem.Mend);
        return problem;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
