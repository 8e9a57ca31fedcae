using System.Diagnostics;
using Slipway.Machine.Processes;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>Runs that are there to be killed: while one works, the next starts, since starting takes longest.</summary>
internal sealed class Victims : IAsyncDisposable
{
    private readonly string _root;
    private ChildProcess _next;

    public Victims(string root) => (_root, _next) = (root, Start(root));

    /// <summary>The file by which a run says that it works.</summary>
    public static string Sign(string root, int process) => Path.Combine(root, $"works-{process}");

    public async Task KillOneInMidWriteAsync(Func<bool> writes, CancellationToken cancellation)
    {
        await using var victim = _next;
        _next = Start(_root);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (!File.Exists(Sign(_root, victim.Id)) || !writes())
        {
            Assert.False(victim.HasExited, victim.Tail);
            await Task.Delay(1, limit.Token);
        }
        Process.GetProcessById(victim.Id).Kill();
        await victim.Exited;
    }

    public ValueTask DisposeAsync() => _next.DisposeAsync();

    private static ChildProcess Start(string root)
    {
        var self = Environment.ProcessPath!;
        // The host of an assembly is dotnet, or the assembly's own executable.
        string[] first = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [typeof(Victims).Assembly.Location] : [];
        return ChildProcess.Start(ProcessRequest
            .For(self, [.. first, "--filter-method", $"*{nameof(KilledRunTests.Child_that_stores_until_it_is_killed)}", "--explicit", "only"])
            .With("SLIPWAY_TEST_STORE_UNTIL_KILLED", root)
            // Who is killed cannot clear up: its trees go with the test's own folder.
            .With("TMPDIR", root));
    }
}
