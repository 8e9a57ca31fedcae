namespace Slipway.Migrations.Judging;

/// <summary>Which migrations a release carries, as far as anybody knows.</summary>
internal sealed class Released(MigrationSet set, JudgeOptions options)
{
    private readonly int _newest = options.NewestReleasedId is { } newest ? set.Migrations.IndexOf(set.Migrations.FirstOrDefault(migration => migration.Id == newest)!) : -1;

    /// <summary>Whether anybody knows. If not, every migration may be applied somewhere.</summary>
    public bool IsKnown => options.NewestReleasedId is not null || !options.Lock.Entries.IsEmpty;

    public bool Carries(Migration migration) => options.Lock.Of(migration.Id) is { IsReleased: true } || set.Migrations.IndexOf(migration) <= _newest;
}
