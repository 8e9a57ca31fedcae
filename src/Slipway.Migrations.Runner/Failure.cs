using System.Data.Common;
using Slipway.Migrations.Runner.Database;

namespace Slipway.Migrations.Runner;

/// <summary>Which exit code a failure means, and what to tell of it.</summary>
internal static class Failure
{
    private const string LockNotAvailable = "55P03";
    private const int LongestStatement = 500;

    private static readonly string[] _busy = ["SQLite Error 5", "SQLite Error 6"];

    public static FailureReport Explain(Exception failure, bool interrupted) => failure switch
    {
        RunnerException known => new(known.Code, known.Message) { SqlState = Find(failure)?.SqlState },
        _ when interrupted => new(ExitCode.Failed, "Interrupted. What ran in a transaction has been taken back, and the migrations before it stay. Run it again."),
        MigrationFailedException moving => Of(moving),
        _ when Find(failure) is { } database => new(ExitCode.Failed, FirstLine(database.Message))
        {
            SqlState = database.SqlState,
            Mend = Remedy.For(database),
        },
        _ => new(ExitCode.Failed, $"{failure.GetType().Name}: {failure.Message}"),
    };

    public static DbException? Find(Exception? failure) =>
        failure as DbException ?? (failure?.InnerException is { } inner ? Find(inner) : null);

    private static FailureReport Of(MigrationFailedException failure)
    {
        var database = Find(failure);
        var cause = failure.InnerException!;
        return new(
            database?.SqlState == LockNotAvailable || IsBusy(database) ? ExitCode.Locked : ExitCode.Failed,
            database is null ? $"{cause.GetType().Name}: {cause.Message}" : FirstLine(database.Message))
        {
            Service = failure.Service,
            Migration = failure.Migration,
            Statement = failure.Statement is { Length: > LongestStatement } text ? $"{text[..LongestStatement]}..." : failure.Statement,
            SqlState = database?.SqlState,
            Mend = failure.RolledBack
                ? Remedy.For(database)
                : "It has statements outside a transaction, and what they did before it failed is still there: undo that by hand, then run it again. "
                  + Remedy.For(database),
        };
    }

    // SQLite has no SQLSTATE: 5 is busy, 6 is locked.
    private static bool IsBusy(DbException? failure) =>
        failure is not null && _busy.Any(text => failure.Message.StartsWith(text, StringComparison.Ordinal));

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd('\r', ' ');
}
