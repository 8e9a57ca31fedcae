namespace Slipway.Migrations.Rules;

/// <summary>All rules on what was observed.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<IRule> Rules { get; } =
    [
        new RefusalRule(), new DroppedColumnRule(), new DroppedTableRule(), new RenamedColumnRule(), new RenamedTableRule(), new ChangedTypeRule(), new WidenedTypeRule(),
        new ForbiddenNullRule(), new AllowedNullRule(), new RequiredColumnRule(), new BlockingIndexRule(), new TransactionRule(), new BlockingForeignKeyRule(), new ForeignOwnerRule(),
        new BlockingConstraintRule(), new ComputedColumnRule(), new UnterminatedSqlRule(), new MixedTransactionsRule(), new WayBackRule(), new TimeoutRule(), new ContractRule(), new BackfillRule(),
    ];
}
