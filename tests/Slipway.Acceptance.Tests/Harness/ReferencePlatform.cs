using Slipway.Acceptance.Tests.Harness;

[assembly: AssemblyFixture(typeof(ReferencePlatform))]

namespace Slipway.Acceptance.Tests.Harness;

/// <summary>A copy of the reference platform in a git repository of its own, which one run of the default target has built.</summary>
public sealed class ReferencePlatform : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-acceptance-");

    public string Root => Path.Combine(_folder.FullName, "platform");

    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>What the first run came to. Only one test asks, so that a platform that does not pass fails that test and tells why.</summary>
    public Run FirstRun { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Repository.CopyPlatformAsync(Root);
        await Git.BeginAsync(Root);
        FirstRun = await RunAsync();
    }

    /// <summary>One call of the launcher on this platform.</summary>
    public Task<Run> RunAsync(params string[] arguments) => Launcher.RunAsync([$"--platform={Root}", .. arguments]);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        Launcher.Keys.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal string this[string path] => Path.Combine(Root, path);

    /// <summary>The folder of a unit's release: <c>services/catalog</c>.</summary>
    internal string ReleaseOf(string unit) => Assert.Single(Directory.GetDirectories(Path.Combine(Artifacts, "releases", unit)));

    internal Plant Write(string path, string content) => Plant.Write(this[path], content);

    internal Plant Replace(string path, string text, string by) => Plant.Replace(this[path], text, by);

    internal Plant Append(string path, string text) => Plant.Append(this[path], text);
}
