using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Npgsql;
using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Observation;

/// <summary>What one statement did.</summary>
internal sealed partial record Observed
{
    public required PlannedStatement Statement { get; init; }

    public required Snapshot Before { get; init; }

    public required Snapshot After { get; init; }

    /// <summary>All locks that its transaction held when it was done, or that it asked for where it ran alone.</summary>
    public required IReadOnlyDictionary<uint, LockLevel> Locks { get; init; }

    /// <summary>Those that it took or strengthened itself.</summary>
    public required IReadOnlyDictionary<uint, LockLevel> OwnLocks { get; init; }

    /// <summary>What the server said, down to its first level of debugging.</summary>
    public required IReadOnlyList<PostgresNotice> Notices { get; init; }

    public required bool HasLockTimeout { get; init; }

    public required bool HasStatementTimeout { get; init; }

    /// <summary>Which statements stand or fall together: those of one number.</summary>
    public int Unit { get; init; }

    /// <summary>Whether no transaction can hold it.</summary>
    public bool RanAlone { get; init; }

    /// <summary>Whether it ended a transaction that is not its own, or opened one in another.</summary>
    public string? TransactionTrouble { get; init; }

    /// <summary>What PostgreSQL refused it for; null where it did not.</summary>
    public PostgresException? Refusal { get; init; }

    /// <summary>What PostgreSQL says where a statement asks for more than its own database; null where it does not.</summary>
    public string? Beyond => Refusal is { SqlState: PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidCatalogName } refusal
        ? $"{refusal.MessageText} (SQLSTATE {refusal.SqlState})"
        : Notices.FirstOrDefault(notice => DatabaseIn(notice.MessageText) is not null)?.MessageText;

    /// <summary>The database that it asks for beside its own, where PostgreSQL names it.</summary>
    public string? OtherDatabase => Notices.Select(notice => notice.MessageText).Append(Refusal?.MessageText ?? "").Select(DatabaseIn).FirstOrDefault(name => name is not null);

    public IReadOnlySet<uint> ChangedRows { get; init; } = ImmutableHashSet<uint>.Empty;

    /// <summary>The relations whose file changed.</summary>
    public IEnumerable<uint> NewFiles => Before.Relations.Values.Where(old => old.File != 0 && After.Relations.TryGetValue(old.Oid, out var now) && now.File != old.File).Select(old => old.Oid);

    /// <summary>Whether a table was written anew, row by row.</summary>
    public bool Rewrote(uint table) => NewFiles.Contains(table) && !Emptied(table);

    /// <summary>Whether a table lost all rows at once: it has a new file that PostgreSQL did not say to have written.</summary>
    public bool Emptied(uint table) => NewFiles.Contains(table) && After.Relations[table].Tuples < 0 && !Says("rewriting table", After.Relations[table].Name) && !Says("rewriting table", Before.Relations[table].Name);

    /// <summary>Whether a table was read whole to check it.</summary>
    public bool Checked(uint table) => Before.Relations.TryGetValue(table, out var old) && (Says("verifying table", old.Name) || Says("rewriting table", old.Name));

    /// <summary>Whether PostgreSQL knew from constraints that a column holds no null.</summary>
    public bool KnewNotNull(Relation table, Column column) => Says("existing constraints on column", $"{table.Name}.{column.Name}");

    public bool Validated(string foreignKey) => Says("validating foreign key constraint", foreignKey);

    /// <summary>Whether it kept everybody from a table and then did nothing with it, or found none to work on.</summary>
    public bool DidNothing => Refusal is null && (RanAlone ? OwnLocks.Count == 0 : OwnLocks.Values.Contains(LockLevel.AccessExclusive)) && ChangedRows.Count == 0 && !NewFiles.Any() && Before.HasSameSchemaAs(After);

    public LockLevel LockOn(uint relation) => Locks.GetValueOrDefault(relation);

    private static string? DatabaseIn(string message) => Databases.Match(message) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex("""\A(?:must be owner of database (?<name>.+)|database "(?<name>.+)" does not exist(?:, skipping)?)\z""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Databases { get; }

    private bool Says(string begin, string name) => Notices.Any(notice =>
        notice.MessageText.StartsWith(begin, StringComparison.Ordinal) && notice.MessageText.Contains($"\"{name}\"", StringComparison.Ordinal));
}
