using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG103: a column has another name, and nothing answers to the old one.</summary>
internal sealed class RenamedColumnRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from kept in record.KeptColumns()
        where kept.New.Name != kept.Old.Name && record.Had(kept.Table.Oid, kept.Old.Number)
        where !record.StillAnswers(kept.Table.Schema, kept.Table.Name, [kept.Old.Name])
        select circumstances.Found(
            record, kept.Seen, RuleIds.ColumnRenamed, Severity.Error, kept.Table, kept.Old.Name,
            $"the column '{kept.Old.Name}' of {kept.Table.FullName} is called '{kept.New.Name}' now: to code that runs, that is a dropped column (42703)",
            $"Add '{kept.New.Name}' beside it, write both, copy the rows in a backfill, and drop the old one in a later contract.");
}
