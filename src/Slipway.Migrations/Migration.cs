using System.Collections.Immutable;
using Slipway.Model;

namespace Slipway.Migrations;

/// <summary>One migration, whether EF Core or a file of SQL holds it.</summary>
public sealed record Migration
{
    /// <summary>Unique in its set, and what orders it: <c>20261123165403_CreateProducts</c> or <c>V2__add_price</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Of what it does, not of how it is written.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The way forward.</summary>
    public required ImmutableArray<MigrationStep> Up { get; init; }

    /// <summary>The way back; null where there is none.</summary>
    public ImmutableArray<MigrationStep>? Down { get; init; }

    /// <summary>What the way back throws, by intent; null where it does not.</summary>
    public string? DownThrows { get; init; }

    /// <summary><see cref="MigrationPhase.Expand"/> by default.</summary>
    public MigrationPhase Phase { get; init; }

    /// <summary>Of a contract: the release that no longer uses what it removes, such as <c>catalog/v1.4.0</c>.</summary>
    public string? StoppedUsing { get; init; }

    /// <summary>Why it cannot be undone; null where it can.</summary>
    public string? IrreversibleReason { get; init; }

    /// <summary>The file that holds it, relative to the platform's root; null where nobody knows.</summary>
    public string? File { get; init; }

    /// <summary>Whether it can be undone.</summary>
    public bool Reversible => Down is not null && DownThrows is null && IrreversibleReason is null;
}
