using System.Collections.Immutable;

namespace Slipway.Machine.Processes;

/// <summary>Starts a program as the leader of a new session, where the machine can: then all its descendants bear its id.</summary>
internal static class Session
{
    private static readonly string? _setsid = OperatingSystem.IsLinux() ? Executables.Find("setsid") : null;

    /// <summary>Whether a program's process id is also its session's.</summary>
    public static bool IsOwn => _setsid is not null;

    // setsid forks only where it leads a group itself, which a child of ours never does: so it becomes the program, under the same id.
    public static ImmutableArray<string> Wrap(string executable, ImmutableArray<string> arguments) =>
        _setsid is null ? [executable, .. arguments] : [_setsid, executable, .. arguments];
}
