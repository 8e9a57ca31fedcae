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
        RunnerException known => new(known.Exit, known.Code, known.Message) { SqlState = Find(failure)?.SqlState, Mend = known.Mend },
        _ when interrupted => new(ExitCode.Failed, Codes.Interrupted, "Interrupted. What ran in a transaction has been taken back, and the migrations before it stay.") { Mend = "Run it again." },
        _ when NotWhole.Find(failure) is { } broken => new(ExitCode.Failed, Codes.NotWhole, broken) { Mend = NotWhole.Mend },
        MigrationFailedException moving => Of(moving),
        _ when Find(failure) is { } database => Of(database, Codes.DatabaseFailed),
        _ => new(ExitCode.Failed, Codes.Unexpected, $"{failure.GetType().Name}: {failure.Message}")
        {
            Mend = "Run it again with --verbose, which shows where it comes from.",
        },
    };

    public static DbException? Find(Exception? failure) =>
        failure as DbException ?? (failure?.InnerException is { } inner ? Find(inner) : null);

    private static FailureReport Of(MigrationFailedException failure)
    {
        var cause = failure.InnerException!;
        var report = cause switch
        {
            _ when Find(failure) is { } database => Of(database, Codes.MigrationFailed),
            NotSupportedException => new(ExitCode.Failed, Codes.MigrationFailed, cause.Message) { Mend = Remedy.ForUnsupported(cause.Message) },
            _ => new(ExitCode.Failed, Codes.Unexpected, $"{cause.GetType().Name}: {cause.Message}") { Mend = Remedy.For(null) },
        };
        return report with
        {
            Migration = failure.Migration,
            Statement = failure.Statement is { Length: > LongestStatement } text ? $"{text[..LongestStatement]}..." : failure.Statement,
            Mend = failure.RolledBack
                ? report.Mend
                : $"It has statements outside a transaction, and what they did before it failed is still there: undo that by hand, then run it again. {report.Mend}",
        };
    }

    private static FailureReport Of(DbException failure, string code)
    {
        var (exit, said) = failure.SqlState == LockNotAvailable || IsBusy(failure) ? (ExitCode.Locked, Codes.TableInUse) : (ExitCode.Failed, code);
        return new(exit, said, FirstLine(failure.Message)) { SqlState = failure.SqlState, Mend = Remedy.For(failure) };
    }

    // SQLite has no SQLSTATE: 5 is busy, 6 is locked.
    private static bool IsBusy(DbException failure) =>
        _busy.Any(text => failure.Message.StartsWith(text, StringComparison.Ordinal));

    public static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd('\r', ' ');
}
