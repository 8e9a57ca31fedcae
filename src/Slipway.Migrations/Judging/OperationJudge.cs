namespace Slipway.Migrations.Judging;

/// <summary>Judges EF Core's operations without running them.</summary>
internal sealed class OperationJudge(MigrationSet set, JudgeOptions options)
{
    public Judgement Judge() => throw new NotImplementedException($"{set.Context} {options.OldestServer}");
}
