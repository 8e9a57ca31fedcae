namespace Slipway.Migrations.Observation;

/// <summary>What a session holds and has set.</summary>
/// <param name="Transaction">The number of the transaction, which stays as long as that lasts.</param>
/// <param name="HasLockTimeout">Whether it waits for locks for a limited time only.</param>
/// <param name="HearsAll">Whether the server tells it of its work, down to the first level of debugging.</param>
/// <param name="HasStatementTimeout">Whether its statements have a limit.</param>
/// <param name="Locks">The strongest lock on each relation.</param>
/// <param name="ChangedRows">The relations whose rows the transaction has changed.</param>
internal sealed record SessionState(string Transaction, bool HearsAll, bool HasLockTimeout, bool HasStatementTimeout, IReadOnlyDictionary<uint, LockLevel> Locks, IReadOnlySet<uint> ChangedRows)
{
    /// <summary>Makes the server tell a session of its work.</summary>
    public const string HearAll = "SET client_min_messages = debug1";

    private const string Query =
        """
        SELECT coalesce(l.relation, 0), l.mode, l.virtualtransaction, pg_catalog.current_setting('lock_timeout') <> '0', pg_catalog.current_setting('statement_timeout') <> '0', l.locktype, pg_catalog.current_setting('client_min_messages') = 'debug1'
        FROM pg_catalog.pg_locks l
        WHERE l.pid = pg_catalog.pg_backend_pid() AND l.granted AND (l.locktype = 'virtualxid' OR l.locktype = 'relation')
        UNION ALL
        SELECT s.relid, '', '', false, false, 'rows', false FROM pg_catalog.pg_stat_xact_user_tables s WHERE s.n_tup_ins + s.n_tup_upd + s.n_tup_del > 0
        """;

    public static async Task<SessionState> ReadAsync(Database database, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            Query, row => (Relation: row.GetFieldValue<uint>(0), Mode: row.GetString(1), Transaction: row.GetString(2), Lock: row.GetBoolean(3), Statement: row.GetBoolean(4), Kind: row.GetString(5), HearsAll: row.GetBoolean(6)),
            cancellationToken).ConfigureAwait(false);
        var self = rows.First(row => row.Kind == "virtualxid");
        return new(
            self.Transaction, self.HearsAll, self.Lock, self.Statement,
            rows.Where(row => row.Kind == "relation").GroupBy(row => row.Relation).ToDictionary(same => same.Key, same => same.Max(row => LevelOf(row.Mode))),
            rows.Where(row => row.Kind == "rows").Select(row => row.Relation).ToHashSet());
    }

    public static LockLevel LevelOf(string mode) => Enum.TryParse<LockLevel>(mode.Replace("Lock", "", StringComparison.Ordinal), out var level) ? level : LockLevel.None;
}
