using System.Collections.Immutable;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>A compiler server for one invocation of MSBuild. It dies with the invocation, as everything does that a process of ours leaves behind.</summary>
/// <param name="id">Unique among all that run on this machine.</param>
public sealed class CompilerServer(string id) : IDisposable
{
    /// <summary>What to add to the command line of MSBuild.</summary>
    // Without node reuse MSBuild gives up the compiler server too, and every compile pays for its own start: ask for one of our own.
    public ImmutableArray<string> Arguments { get; } = ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId={id}"];

    // Killed, it cannot remove its socket; the compiler puts that into /tmp whatever TMPDIR says, because a socket's path is short.
    public void Dispose()
    {
        if (!OperatingSystem.IsWindows()) File.Delete(Path.Combine("/tmp", id));
    }
}
