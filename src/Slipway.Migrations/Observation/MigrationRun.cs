using Npgsql;
using Slipway.Migrations.Staging;

namespace Slipway.Migrations.Observation;

/// <summary>Runs one migration, statement by statement, in the transactions that it will have.</summary>
internal sealed class MigrationRun(Observer observer, StageSet stage, Inhabited inhabited, MigrationSource source, Migration migration)
{
    private readonly List<Observed> _observed = [];
    private readonly HashSet<int> _alone = [];
    private readonly Dictionary<int, PostgresException> _refusedInside = [];
    private int _opened;
    private bool _runnersTransaction;
    private bool _runnerIsOut;

    public async Task<MigrationRecord> RunAsync(IEnumerable<MigrationStep> steps, CancellationToken cancellationToken)
    {
        var plan = StatementPlan.Of(source, steps);
        await observer.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var start = observer.Current;
        var completed = true;
        for (var at = 0; at < plan.Length;)
        {
            var observed = await StepAsync(plan[at], at, cancellationToken).ConfigureAwait(false);
            if (await stage.WantsAsync(observed, cancellationToken).ConfigureAwait(false) is { } wanted)
            {
                at = await AgainAsync(at, cancellationToken).ConfigureAwait(false);
                var (before, after) = await stage.CreateAsync(wanted, cancellationToken).ConfigureAwait(false);
                inhabited.Add(after.Relations.Keys.Except(before.Relations.Keys), after.Columns.Where(column => before.Column(column.Table, column.Number) is null));
                await observer.RefreshAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }
            if (observed.Refusal is { } refusal && !observed.RanAlone && observer.Transaction is not null && Observer.MayNotBeHeld(refusal))
            {
                // The rest is judged as if it had been written rightly.
                _refusedInside[at] = refusal;
                _alone.Add(at);
                at = await AgainAsync(at, cancellationToken).ConfigureAwait(false);
                continue;
            }
            observed = observed with { Unit = observer.Transaction is null || IsHeld ? at : _opened };
            _observed.Add(_refusedInside.TryGetValue(at, out var inside) ? observed with { TransactionTrouble = $"PostgreSQL refuses it inside of a transaction: {inside.MessageText}" } : observed);
            if (observed.Refusal is not null)
            {
                completed = false;
                break;
            }
            if (observer.Transaction is not null && IsHeld) await CloseAsync("COMMIT", cancellationToken).ConfigureAwait(false);
            at++;
        }
        if (observer.Transaction is not null) await FinishAsync(completed, cancellationToken).ConfigureAwait(false);
        await observer.RefreshAsync(cancellationToken).ConfigureAwait(false);
        return new() { Migration = migration, Statements = [.. _observed], Start = start, End = observer.Current, Existing = inhabited.Relations.ToHashSet(), ExistingColumns = inhabited.Columns.ToHashSet(), Completed = completed };
    }

    /// <summary>Whether the transaction that is open is the one that we hold a single statement in.</summary>
    private bool IsHeld { get; set; }

    private async Task<Observed> StepAsync(PlannedStatement statement, int at, CancellationToken cancellationToken)
    {
        var inside = statement.InTransaction && !_runnerIsOut && !_alone.Contains(at);
        if (observer.Transaction is not null && (_runnersTransaction && !inside || _alone.Contains(at))) await CloseAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        if (observer.Transaction is null && inside)
        {
            await observer.BeginAsync(cancellationToken).ConfigureAwait(false);
            (_runnersTransaction, _opened) = (true, at);
        }
        if (observer.Transaction is null)
        {
            if (_alone.Contains(at)) return await observer.AloneAsync(statement, cancellationToken).ConfigureAwait(false);
            var observed = await observer.OutsideAsync(statement, cancellationToken).ConfigureAwait(false);
            // Still open: either ours, around this one statement, or one that the statement has opened.
            IsHeld = observer.Transaction is not null && !OpenedOne(observed);
            if (observer.Transaction is not null && !IsHeld) _opened = at;
            return observed;
        }
        var result = await observer.InsideAsync(statement, _runnersTransaction, cancellationToken).ConfigureAwait(false);
        if (observer.Transaction is null)
        {
            _runnerIsOut |= _runnersTransaction;
            _runnersTransaction = false;
        }
        return result;
    }

    private static bool OpenedOne(Observed observed) => observed.Notices.Any(notice => notice.SqlState == "25001" && notice.InvariantSeverity == "WARNING");

    private async Task<int> AgainAsync(int at, CancellationToken cancellationToken)
    {
        if (observer.Transaction is null) return at;
        var begin = IsHeld ? at : _opened;
        await CloseAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
        _observed.RemoveRange(Math.Min(begin, _observed.Count), _observed.Count - Math.Min(begin, _observed.Count));
        return begin;
    }

    private async Task CloseAsync(string how, CancellationToken cancellationToken)
    {
        await observer.EndAsync(how, cancellationToken).ConfigureAwait(false);
        (_runnersTransaction, IsHeld) = (false, false);
    }

    private async Task FinishAsync(bool completed, CancellationToken cancellationToken)
    {
        if (!completed)
        {
            await CloseAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
            return;
        }
        if (!_runnersTransaction && _observed is [.., var last]) _observed[^1] = last with { TransactionTrouble = "it leaves a transaction open, which whoever runs the migration rolls back" };
        try
        {
            await CloseAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException refusal)
        {
            _observed[^1] = _observed[^1] with { Refusal = refusal };
        }
    }
}
