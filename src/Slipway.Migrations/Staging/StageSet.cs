using System.Collections.Immutable;
using Npgsql;
using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Staging;

/// <summary>
/// What a history that begins in the middle takes for granted. PostgreSQL says what it misses, by its own codes and words; this makes it, in a plausible
/// shape, before the migration, and the migration runs anew. Nothing is judged here.
/// </summary>
internal sealed class StageSet(Database database, bool enabled, ImmutableDictionary<string, string> foreignNames)
{
    private const int Most = 200;
    private const string Skipping = ", skipping";
    private const string NoIndexes = "\" has no indexes ";
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly Architect _architect = new(database);

    /// <summary>All that was made, in order.</summary>
    public ImmutableArray<string>.Builder Made { get; } = ImmutableArray.CreateBuilder<string>();

    /// <summary>What to make so that a statement does what it is meant to; null when nothing is missing, or nobody can make it.</summary>
    public async Task<Wanted?> WantsAsync(Observed observed, CancellationToken cancellationToken)
    {
        if (_made.Count >= Most) return null;
        var complaints = observed.Refusal is { } refusal
            ? [new Complaint(refusal.SqlState, refusal.MessageText, refusal.Detail ?? "")]
            : observed.Notices.Where(notice => notice.MessageText.EndsWith(Skipping, StringComparison.Ordinal) || notice.MessageText.Contains(NoIndexes, StringComparison.Ordinal))
                .Select(notice => new Complaint(notice.SqlState, notice.MessageText.Replace(Skipping, "", StringComparison.Ordinal), "")).ToArray();
        foreach (var complaint in complaints)
        {
            if (!enabled && !IsForeign(complaint)) continue;
            foreach (var wanted in await _architect.PlanAsync(complaint, observed.Statement.Text, observed.Before, cancellationToken).ConfigureAwait(false))
            {
                if (!_made.Contains(wanted.Name)) return wanted;
            }
        }
        return enabled && complaints.Length == 0 && observed.DidNothing ? _architect.ForNothing(observed.Statement.Text, observed.Before).FirstOrDefault(wanted => !_made.Contains(wanted.Name)) : null;
    }

    /// <summary>Makes it, in a transaction of its own, and gives what there was before and what there is after it.</summary>
    public async Task<(Snapshot Before, Snapshot After)> CreateAsync(Wanted wanted, CancellationToken cancellationToken)
    {
        _made.Add(wanted.Name);
        var before = await database.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        // All of it or nothing; one statement needs no transaction, and a database may have none.
        var several = wanted.Sql.Length > 1;
        try
        {
            if (several) await database.ExecuteAsync("BEGIN", cancellationToken).ConfigureAwait(false);
            foreach (var sql in wanted.Sql) await database.ExecuteAsync(sql, cancellationToken).ConfigureAwait(false);
            if (several) await database.ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
            Made.Add(wanted.Name);
        }
        catch (PostgresException)
        {
            if (several) await database.ExecuteAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
        }
        var after = await database.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        return (before, after);
    }

    private bool IsForeign(Complaint complaint) =>
        complaint.Names.Any(name => foreignNames.ContainsKey(name.Split('.')[0]) || _made.Any(made => made.EndsWith($".{name}", StringComparison.Ordinal)));
}
