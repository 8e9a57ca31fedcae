namespace Slipway.Frosting.Stamps;

/// <summary>What the launcher says of stamps: where this command line's lie, and in which state the run began.</summary>
/// <param name="WatchFile">Absolute; the stamp lies beside it.</param>
/// <param name="State">The digest of everything that the watch list named before the run; null where it gave none.</param>
internal sealed record LauncherOrder(string WatchFile, string? State)
{
    public string StampFile => Path.ChangeExtension(WatchFile, ".stamp");

    /// <summary>Reads it from the environment and takes it out: it is not meant for a host that a child of this one starts.</summary>
    public static LauncherOrder? Take()
    {
        var (watch, state) = (Take("SLIPWAY_WATCH"), Take("SLIPWAY_STATE"));
        return watch is null ? null : new(watch, state);
    }

    /// <summary>
    /// The state that the run begins in; empty where it cannot be told. Where there was no stamp, the launcher has left it to the host, which does
    /// other things meanwhile: it has to be there before anything else is read.
    /// </summary>
    public Task<string> LookAsync() =>
        State is null && File.Exists(WatchFile) && !File.Exists(StampFile) ? RunStamp.StateAsync(WatchFile) : Task.FromResult(State ?? "");

    private static string? Take(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, null);
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
