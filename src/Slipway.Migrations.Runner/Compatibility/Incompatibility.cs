namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>One thing in the schema on which the code of this bundle's release breaks.</summary>
internal sealed record Incompatibility
{
    /// <summary>Schema, table and, where it is one, column or constraint, with dots between.</summary>
    public required string Object { get; init; }

    /// <summary>read, insert, update, delete: what fails.</summary>
    public required IReadOnlyList<string> Breaks { get; init; }

    /// <summary>What PostgreSQL would answer; null where it answers well and the client cannot read the answer.</summary>
    public required string? SqlState { get; init; }

    public required string Reason { get; init; }

    public required string Mend { get; init; }

    public override string ToString() =>
        $"{Object}: {string.Join(", ", Breaks)} would fail{(SqlState is null ? "" : $" with {SqlState}")}. {Reason} {Mend}";
}
