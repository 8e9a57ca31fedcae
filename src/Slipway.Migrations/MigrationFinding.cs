using System.Globalization;
using Slipway.Model.Stages;

namespace Slipway.Migrations;

/// <summary>Something that a migration does, or is, that can hurt.</summary>
public sealed record MigrationFinding
{
    /// <summary>The rule's id, of <see cref="RuleIds"/>.</summary>
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The id of the migration; null for what concerns the whole set.</summary>
    public string? Migration { get; init; }

    /// <summary>The statement; null where none is to blame.</summary>
    public string? Statement { get; init; }

    /// <summary>Which one of its migration, counted from 1.</summary>
    public int? StatementNumber { get; init; }

    /// <summary>What it happens to: <c>public.orders.total</c>.</summary>
    public string? Object { get; init; }

    /// <summary>The strongest lock that the statement took on it, or on its table.</summary>
    public LockLevel Lock { get; init; }

    /// <summary>Whether the table was written anew.</summary>
    public bool Rewrite { get; init; }

    /// <summary>How many rows the table has where it matters; null where nobody knows.</summary>
    public long? Rows { get; init; }

    /// <summary>What and why, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>How to mend it.</summary>
    public required string Mend { get; init; }

    /// <summary>The file, relative to the platform's root.</summary>
    public string? File { get; init; }

    /// <summary>Counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>What it is about, in parts; null where it is no table.</summary>
    internal Rules.Subject? Subject { get; init; }

    /// <summary>As stages report it: with the migration, the lock, the rewrite and the rows in the message.</summary>
    public Finding ToFinding()
    {
        var facts = new List<string>();
        if (Lock > LockLevel.RowExclusive) facts.Add(Lock.ToString());
        if (Rewrite) facts.Add("rewrites the table");
        if (Rows is { } rows) facts.Add(string.Create(CultureInfo.InvariantCulture, $"about {rows} rows"));
        return new()
        {
            Id = Rule,
            Severity = Severity,
            Message = $"{(Migration is null ? "" : $"{Migration}{(StatementNumber is { } number ? $", statement {number}" : "")}: ")}{Message}{(facts.Count > 0 ? $" ({string.Join(", ", facts)})" : "")}",
            File = File,
            Line = File is null ? null : Line,
            Column = File is null || Line is null ? null : 1,
            Mend = Mend,
        };
    }
}
