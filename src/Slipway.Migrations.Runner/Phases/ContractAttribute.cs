namespace Slipway.Migrations.Runner.Phases;

/// <summary>
/// Marks a migration that takes something away (a column, a table, a constraint that readers rely on). A migration without a mark is an
/// expand migration: the release that runs now works on with it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContractAttribute : Attribute
{
    /// <summary>The first release that no longer uses what is taken away, as its tag: <c>catalog/v1.4.0</c>.</summary>
    public required string StoppedUsing { get; init; }
}
