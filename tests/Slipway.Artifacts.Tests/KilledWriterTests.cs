using System.Diagnostics;
using System.Globalization;
using Slipway.Artifacts.Releases;
using Slipway.Artifacts.Store;
using Slipway.Artifacts.Verification;
using Slipway.Machine.Processes;

namespace Slipway.Artifacts.Tests;

/// <summary>A writer that is killed in the midst of its work, by the signal that nobody can answer.</summary>
public sealed class KilledWriterTests : IDisposable
{
    private const string Folder = "SLIPWAY_TEST_WRITE_UNTIL_KILLED";
    private const int Files = 200;
    private readonly Yard _yard = new();

    [Fact]
    public async Task Leaves_no_release_that_is_not_whole_and_the_next_writer_clears_up()
    {
        for (var index = 0; index < Files; index++) _yard.Put($"publish/{index}.bin", new('x', 10_000));
        var self = Environment.ProcessPath!;
        // The host of an assembly is dotnet, or the assembly's own executable.
        string[] first = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [typeof(KilledWriterTests).Assembly.Location] : [];
        var request = ProcessRequest.For(self, [.. first, "--filter-method", $"*{nameof(Child_that_writes_until_it_is_killed)}", "--explicit", "only"])
            .With(Folder, _yard.Root);
        var cancellation = TestContext.Current.CancellationToken;
        var before = 0;
        for (var round = 0; round < 3; round++)
        {
            await using var child = ChildProcess.Start(request);
            await UntilAsync(child, () => _yard.Store.List().Length > before && Unfinished().Length > 0, cancellation);
            Process.GetProcessById(child.Id).Kill();
            await child.Exited;
            before = _yard.Store.List().Length;
        }
        Assert.NotEmpty(_yard.Store.List());
        foreach (var release in _yard.Store.List())
        {
            // It is whole and awaits its signature: no file is missing or cut short.
            var verdict = await ReleaseVerifier.VerifyAsync(release.Folder, [], release.Address, cancellation);
            Assert.Equal("SLP4056", Assert.Single(verdict.Problems).Code);
        }

        foreach (var version in Unfinished().Select(path => Path.GetFileName(path).Split(".tmp-")[0]).Distinct().ToList())
            await _yard.WriteAsync(_yard.Draft with { Origin = Yard.Origin with { Version = version } });
        Assert.Empty(Unfinished());
    }

    [Fact(Explicit = true)]
    public async Task Child_that_writes_until_it_is_killed()
    {
        var root = Environment.GetEnvironmentVariable(Folder) ?? throw new InvalidOperationException($"{Folder} is not set.");
        var writer = new ReleaseWriter(new ReleaseStore(Path.Combine(root, "releases")));
        for (var number = 0; ; number++)
        {
            await writer.WriteAsync(new()
            {
                Unit = Yard.Catalog,
                Origin = Yard.Origin with { Version = $"1.0.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}{number}" },
                Parts = [new("app", Path.Combine(root, "publish"))],
            }, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _yard.Dispose();

    private string[] Unfinished()
    {
        var folder = Path.GetDirectoryName(_yard.Store.PathOf(new(Yard.Catalog, "1.0.0")))!;
        return Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder, "*.tmp-*")] : [];
    }

    private static async Task UntilAsync(ChildProcess child, Func<bool> done, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!done())
        {
            Assert.False(child.HasExited, child.Tail);
            await Task.Delay(1, limit.Token);
        }
    }
}
