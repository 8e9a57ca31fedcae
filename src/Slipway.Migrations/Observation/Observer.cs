using Npgsql;
using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Observation;

/// <summary>Runs single statements of one session and says what each did.</summary>
internal sealed class Observer(Database database, LoneStatement lone)
{
    private const string AlreadyInTransaction = "25001";
    private const string NoTransaction = "25P01";
    private SessionState? _state;

    /// <summary>What the database holds now.</summary>
    public Snapshot Current { get; private set; } = null!;

    /// <summary>The transaction that is open; null where none is.</summary>
    public string? Transaction { get; private set; }

    public async Task RefreshAsync(CancellationToken cancellationToken) => Current = await database.SnapshotAsync(cancellationToken).ConfigureAwait(false);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await database.ExecuteAsync("BEGIN", cancellationToken).ConfigureAwait(false);
        await EnterAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task EndAsync(string how, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(how, cancellationToken).ConfigureAwait(false);
        Transaction = null;
        if (how == "ROLLBACK") await RefreshAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a statement in the transaction that is open.</summary>
    public async Task<Observed> InsideAsync(PlannedStatement statement, bool isRunners, CancellationToken cancellationToken)
    {
        var observed = await ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        if (observed.Refusal is not null) return observed;
        if (Warned(observed, AlreadyInTransaction)) observed = observed with { TransactionTrouble = "it opens a transaction inside of another, which does nothing" };
        var state = await SessionState.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        if (state.Transaction == Transaction) return observed;
        Transaction = null;
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        return observed with
        {
            After = Current,
            TransactionTrouble = isRunners ? "it ends the transaction that whoever runs the migration has opened, so that what follows is not undone with it" : observed.TransactionTrouble,
        };
    }

    /// <summary>Runs a statement that is a transaction of its own: in one of ours, to see its locks, and alone where PostgreSQL wants that.</summary>
    public async Task<Observed> OutsideAsync(PlannedStatement statement, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        var ours = Transaction;
        var observed = await ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        if (observed.Refusal is { } refusal)
        {
            await EndAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
            return MayNotBeHeld(refusal) ? await AloneAsync(statement, cancellationToken).ConfigureAwait(false) : observed;
        }
        if (Warned(observed, AlreadyInTransaction))
        {
            await EndAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
            await database.ExecuteAsync(statement.Text, cancellationToken).ConfigureAwait(false);
            await EnterAsync(cancellationToken).ConfigureAwait(false);
            return observed;
        }
        var state = await SessionState.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        if (state.Transaction != ours)
        {
            Transaction = null;
            return observed with { TransactionTrouble = "it ends a transaction, and none is open" };
        }
        return observed;
    }

    public async Task<Observed> AloneAsync(PlannedStatement statement, CancellationToken cancellationToken)
    {
        var before = Current;
        var state = await SessionState.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        await HearAllAsync(state, cancellationToken).ConfigureAwait(false);
        database.TakeNotices();
        var (locks, refusal) = await lone.RunAsync(statement.Text, before, cancellationToken).ConfigureAwait(false);
        var notices = database.TakeNotices();
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        return new()
        {
            Statement = statement, Before = before, After = Current, Locks = locks, OwnLocks = locks, Notices = notices, RanAlone = true, Refusal = refusal,
            HasLockTimeout = state.HasLockTimeout, HasStatementTimeout = state.HasStatementTimeout,
        };
    }

    /// <summary>Whether PostgreSQL will run a statement outside of a transaction only.</summary>
    public static bool MayNotBeHeld(PostgresException refusal) => refusal.SqlState is PostgresErrorCodes.ActiveSqlTransaction or PostgresErrorCodes.InvalidTransactionTermination;

    // A statement before it may have asked for silence.
    private Task HearAllAsync(SessionState state, CancellationToken cancellationToken) => state.HearsAll ? Task.CompletedTask : database.ExecuteAsync(SessionState.HearAll, cancellationToken);

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        _state = await SessionState.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        Transaction = _state.Transaction;
    }

    private async Task<Observed> ExecuteAsync(PlannedStatement statement, CancellationToken cancellationToken)
    {
        var (before, start) = (Current, _state!);
        await HearAllAsync(start, cancellationToken).ConfigureAwait(false);
        database.TakeNotices();
        var observed = new Observed
        {
            Statement = statement, Before = before, After = before, Locks = start.Locks, OwnLocks = new Dictionary<uint, LockLevel>(), Notices = [],
            HasLockTimeout = start.HasLockTimeout, HasStatementTimeout = start.HasStatementTimeout,
        };
        try
        {
            await database.ExecuteAsync(statement.Text, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException refusal)
        {
            return observed with { Refusal = refusal, Notices = database.TakeNotices() };
        }
        var notices = database.TakeNotices();
        var end = await SessionState.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        // To look takes weak locks, too, which are not the next statement's.
        _state = await SessionState.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        return observed with
        {
            After = Current, Notices = notices, Locks = end.Locks,
            OwnLocks = end.Locks.Where(held => held.Value > start.Locks.GetValueOrDefault(held.Key)).ToDictionary(),
            ChangedRows = end.ChangedRows.Except(start.ChangedRows).ToHashSet(),
        };
    }

    private static bool Warned(Observed observed, string state) => observed.Notices.Any(notice => notice.SqlState == state && notice.InvariantSeverity == "WARNING");

    /// <summary>Whether the server warned that there was no transaction to end.</summary>
    public static bool EndedNothing(Observed observed) => Warned(observed, NoTransaction);
}
