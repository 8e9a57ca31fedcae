namespace Slipway.Migrations.Judging;

/// <summary>Runs migrations on a scratch database and judges what they did.</summary>
internal sealed class ObservingJudge(MigrationSet set, JudgeOptions options)
{
    public Task<Judgement> JudgeAsync(string scratch, CancellationToken cancellationToken) => throw new NotImplementedException($"{set.Context} {options.OldestServer} {scratch} {cancellationToken}");
}
