using System.Data.Common;

namespace Slipway.Migrations.Runner;

/// <summary>Which exit code a failure means, and what to tell of it.</summary>
internal static class Failure
{
    private const string LockNotAvailable = "55P03";

    public static (ExitCode Code, string Message) Explain(Exception failure, bool interrupted) => failure switch
    {
        RunnerException known => (known.Code, known.Message),
        _ when interrupted => (ExitCode.Failed, "Interrupted. The migration that ran was rolled back; those before it stay."),
        _ when Find(failure) is { SqlState: LockNotAvailable } database => (ExitCode.Locked,
            $"A table was in use for longer than --table-lock-timeout: {database.Message}. Try again when there is less traffic."),
        _ when Find(failure) is { } database => (ExitCode.Failed, database.Message),
        _ => (ExitCode.Failed, $"{failure.GetType().Name}: {failure.Message}"),
    };

    public static DbException? Find(Exception? failure) =>
        failure as DbException ?? (failure?.InnerException is { } inner ? Find(inner) : null);
}
