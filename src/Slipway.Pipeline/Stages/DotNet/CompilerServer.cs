using System.Collections.Immutable;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// The compiler server of one invocation of MSBuild. Unless it is one that <see cref="ResidentCompiler">stays</see>, it dies with the
/// invocation, as everything does that a process of ours leaves behind.
/// </summary>
public sealed class CompilerServer : IDisposable
{
    private readonly string _id;
    private readonly bool _stays;

    /// <summary>One of the invocation's own.</summary>
    /// <param name="id">Unique among all that run on this machine.</param>
    public CompilerServer(string id)
        : this(id, stays: false)
    {
    }

    // Without node reuse MSBuild gives up the compiler server too, and every compile pays for its own start: ask for one by name.
    private CompilerServer(string id, bool stays) => (_id, _stays, Arguments) = (id, stays, ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId={id}"]);

    /// <summary>What to add to the command line of MSBuild.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>The one that stays, where one may; else one of the invocation's own.</summary>
    /// <param name="run">The run.</param>
    /// <param name="name">Names the invocation within the run, such as <c>typecheck</c>.</param>
    internal static async Task<CompilerServer> ForAsync(RunContext run, string name) =>
        (await ResidentCompiler.GetAsync(run)).Id is { } id ? new(id, stays: true) : new($"slipway-{name}-{run.Invocation:N}");

    // Killed, it cannot remove its socket; the compiler puts that into /tmp whatever TMPDIR says, because a socket's path is short.
    public void Dispose()
    {
        if (!_stays && !OperatingSystem.IsWindows()) File.Delete(Path.Combine("/tmp", _id));
    }
}
