using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Rules;

/// <summary>What statements changed of what was there before their migration.</summary>
internal static class Changes
{
    extension(MigrationRecord record)
    {
        /// <summary>The tables that were there before the migration, as each statement found and left them.</summary>
        public IEnumerable<(Observed Seen, Relation Old, Relation New)> Kept() =>
            from seen in record.Statements
            from old in seen.Before.Relations.Values
            where old.HoldsRows && record.Existing.Contains(old.Oid)
            let now = seen.After.Relations.GetValueOrDefault(old.Oid)
            where now is not null
            select (seen, old, now);

        /// <summary>Columns of such tables, found and left by their numbers, so that a renamed one is the same.</summary>
        public IEnumerable<(Observed Seen, Relation Table, Column Old, Column New)> KeptColumns() =>
            from seen in record.Statements
            where seen.Before != seen.After
            from old in seen.Before.Columns
            where record.Existing.Contains(old.Table) && seen.Before.Relations[old.Table].HoldsRows
            let now = seen.After.Column(old.Table, old.Number)
            where now is not null && now != old
            select (seen, seen.Before.Relations[old.Table], old, now);

        /// <summary>Columns that statements add to such tables.</summary>
        public IEnumerable<(Observed Seen, Relation Table, Column Added)> AddedColumns() =>
            from seen in record.Statements
            where seen.Before != seen.After
            from added in seen.After.Columns
            where record.Existing.Contains(added.Table) && seen.Before.Relations.ContainsKey(added.Table) && seen.After.Relations[added.Table].HoldsRows
            where seen.Before.Column(added.Table, added.Number) is null
            select (seen, seen.Before.Relations[added.Table], added);

        /// <summary>Whether code that knows a table by an old name, and some columns, still finds them when the migration is done.</summary>
        public bool StillAnswers(string schema, string name, IEnumerable<string> columns) =>
            record.End.Named(schema, name) is { } answer && columns.All(column => record.End.Column(answer.Oid, column) is not null);

        /// <summary>Whether a column was there before the migration.</summary>
        public bool Had(uint table, short column) => record.ExistingColumns.Contains((table, column));
    }
}
