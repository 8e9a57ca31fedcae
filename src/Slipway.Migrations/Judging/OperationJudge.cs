using System.Collections.Immutable;
using Slipway.Migrations.Operations;
using Slipway.Migrations.Rules;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Judging;

/// <summary>Judges EF Core's operations without running them.</summary>
internal sealed class OperationJudge(MigrationSet set, JudgeOptions options)
{
    private readonly Released _released = new(set, options);
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    public Judgement Judge() => new(
        [
            .. SetJudge.Of(set, options),
            .. set.Migrations.Where(migration => !_released.Carries(migration))
                .SelectMany(migration => Of(migration).Select(finding => PhaseGate.Pass(finding, migration, options))),
        ],
        [], []);

    private IEnumerable<MigrationFinding> Of(Migration migration)
    {
        var operations = migration.Up.Select((step, at) => new Operation(migration, step, at + 1, options)).ToImmutableArray();
        // Where nobody knows what was released, a table is new in its own migration only.
        if (!_released.IsKnown) _made.Clear();
        _made.UnionWith(operations.Where(operation => operation.Kind == "CreateTableOperation").Select(operation => operation.FullTable));
        foreach (var operation in operations)
        {
            foreach (var finding in Foreign(operation)) yield return finding;
            if (operation.Kind == "SqlOperation")
                yield return operation.Found(RuleIds.RawSql, Severity.Note, null, "it holds SQL that people wrote; what it does shows only where it is run", "Let the judge run it on a scratch database.", LockLevel.None);
            else if (!_made.Contains(operation.FullTable))
            {
                foreach (var finding in OperationRules.Of(operation)) yield return finding;
            }
        }
        if (migration.Phase == MigrationPhase.Backfill && operations.FirstOrDefault(operation => operation.Kind is not ("SqlOperation" or "InsertDataOperation" or "UpdateDataOperation" or "DeleteDataOperation")) is { } changing)
            yield return changing.Found(RuleIds.BackfillChangesSchema, Severity.Error, null, "it is declared a backfill and changes the schema", "Move what changes the schema into a migration of its own, before the backfill.", LockLevel.None);
        foreach (var finding in UnterminatedSqlRule.Of(migration).Concat(MixedTransactionsRule.Of(migration, set.Source, operations.Length)).Concat(WayBackRule.Of(migration, set.Source)).Concat(ContractRule.Of(migration, options)))
            yield return finding;
    }

    private IEnumerable<MigrationFinding> Foreign(Operation operation) =>
        from name in (string?[])[operation.Text("schema"), operation.Text("principalSchema"), operation.Text("newSchema"), operation.Kind == "EnsureSchemaOperation" ? operation.Name : null]
        where name is not null && options.ForeignNames.ContainsKey(name)
        select operation.Found(
            RuleIds.ForeignOwner, Severity.Error, null, $"it names the schema '{name}', which belongs to '{options.ForeignNames[name]}'",
            "A service's database stands alone: ask the owner through its SDK package, or keep a copy of what its events say.", LockLevel.None);
}
