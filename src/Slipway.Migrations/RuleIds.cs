namespace Slipway.Migrations;

/// <summary>The rules of the migration judge, written by hand; an id is never reused.</summary>
public static class RuleIds
{
    /// <summary>PostgreSQL refuses a statement on the schema that the migrations before it leave.</summary>
    public const string Refused = "MIG100";

    /// <summary>A column is dropped.</summary>
    public const string ColumnDropped = "MIG101";

    /// <summary>A table, a view or a schema is dropped, or a table is emptied.</summary>
    public const string TableDropped = "MIG102";

    /// <summary>A column is renamed.</summary>
    public const string ColumnRenamed = "MIG103";

    /// <summary>A table or its schema is renamed, or a table moves to another schema.</summary>
    public const string TableRenamed = "MIG104";

    /// <summary>A column's type changes to one that not all values fit, or that the table must be rewritten or checked for.</summary>
    public const string TypeChanged = "MIG105";

    /// <summary>A column's type becomes one whose values the old code may not be able to read.</summary>
    public const string TypeWidened = "MIG106";

    /// <summary>A column that may be null may be so no longer.</summary>
    public const string NullForbidden = "MIG107";

    /// <summary>A column that was never null may be so from now on.</summary>
    public const string NullAllowed = "MIG108";

    /// <summary>A column is added that must not be null and has no default.</summary>
    public const string RequiredColumn = "MIG109";

    /// <summary>An index is built, rebuilt or dropped while nobody can write to its table.</summary>
    public const string BlockingIndex = "MIG110";

    /// <summary>A statement does not fit the transaction that it runs in.</summary>
    public const string TransactionMismatch = "MIG111";

    /// <summary>A foreign key is checked while nobody can write to its tables.</summary>
    public const string BlockingForeignKey = "MIG112";

    /// <summary>A migration touches, references or reads what belongs to another service.</summary>
    public const string ForeignOwner = "MIG113";

    /// <summary>A constraint on an existing table is checked, or its index built, while nobody can write.</summary>
    public const string BlockingConstraint = "MIG114";

    /// <summary>A new column's values must be computed for every row, so that the table is rewritten.</summary>
    public const string ComputedColumn = "MIG115";

    /// <summary>A migration holds SQL that nobody has observed.</summary>
    public const string RawSql = "MIG120";

    /// <summary>A text of SQL does not end its last statement.</summary>
    public const string UnterminatedSql = "MIG121";

    /// <summary>A migration has statements outside of a transaction beside others.</summary>
    public const string MixedTransactions = "MIG122";

    /// <summary>A migration has no way back.</summary>
    public const string NoWayBack = "MIG130";

    /// <summary>A migration is declared irreversible.</summary>
    public const string Irreversible = "MIG131";

    /// <summary>The way back loses data.</summary>
    public const string WayBackLosesData = "MIG132";

    /// <summary>A statement waits for a lock, or runs, without any limit.</summary>
    public const string NoTimeout = "MIG140";

    /// <summary>A contract names no release, or one that is not deployed everywhere.</summary>
    public const string ContractTooEarly = "MIG141";

    /// <summary>A backfill changes the schema.</summary>
    public const string BackfillChangesSchema = "MIG142";

    /// <summary>A released migration was edited, removed or re-ordered.</summary>
    public const string ReleasedChanged = "MIG150";

    /// <summary>A new migration is older than a released one.</summary>
    public const string OutOfOrder = "MIG151";

    /// <summary>The model has changes that no migration makes.</summary>
    public const string PendingModelChanges = "MIG152";

    /// <summary>Up, down and up again do not lead to the same schema.</summary>
    public const string RoundTripDiffers = "MIG153";
}
