using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Migrations;

/// <summary>What the judge found.</summary>
/// <param name="Findings">In the order of the migrations.</param>
/// <param name="Statements">What each statement did; empty where none was run.</param>
/// <param name="Staged">What was created because a statement asked for it and no migration had made it.</param>
public sealed record Judgement(ImmutableArray<MigrationFinding> Findings, ImmutableArray<StatementEffect> Statements, ImmutableArray<string> Staged)
{
    /// <summary>Whether everything was judged: PostgreSQL ran all that it was asked to. Default: true.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether there is no error.</summary>
    public bool Passes => Findings.All(finding => finding.Severity != Severity.Error);
}
