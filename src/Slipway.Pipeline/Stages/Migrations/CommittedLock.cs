using Slipway.Migrations;
using Slipway.Migrations.Locks;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>The <c>migrations.lock</c> that lies beside a service's <c>unit.yaml</c>, and what it should hold.</summary>
internal sealed class CommittedLock(StageContext context)
{
    /// <summary>What it says.</summary>
    public MigrationLock Content { get; } = MigrationLock.Read(context.Run.Platform.Root, FileOf(context));

    public static string FileOf(StageContext context) => $"{context.Unit.Root}/{MigrationLock.FileName}";

    /// <summary>What was released, by the file and by the last release itself: an edit of the file hides nothing from its bundle.</summary>
    /// <param name="last">What the last release carries; null where there is none, or it has no bundle.</param>
    public MigrationLock Released(ReleasedMigrations? last)
    {
        if (last is null) return Content;
        // What a release carries is told by the release; who carried it first, by the file.
        var told = MigrationLock.Empty.With(last.Set, last.Release.Version);
        return Content.With(told.Entries.Select(entry => entry with { Release = Content.Of(entry.Id)?.Release ?? entry.Release }));
    }

    /// <summary>Writes the file, and says how many lines it has; or leaves it alone where a released migration is not what was released, and says that.</summary>
    public StageResult Write(MigrationLock released, MigrationSet set)
    {
        if (released.Compare(set) is { IsEmpty: false } broken)
        {
            return Verdict.Of([.. broken.Select(finding => finding.ToFinding())], warningsFail: false) with { Notes = [$"{FileOf(context)} was left as it is"] };
        }
        var next = released.With(set);
        next.Write(context.Absolute(FileOf(context)));
        return StageResult.Succeeded.With("migrations", next.Entries.Length) with { Notes = [$"{Verdict.Count(next.Entries.Length, "migration")} written to {FileOf(context)}: commit it"] };
    }

    /// <summary>What is wrong with the file: in CI an error, before that a hint, since a migration is often made anew before it is committed. Null where it tells what is.</summary>
    public Finding? Staleness(MigrationSet set)
    {
        var missing = !File.Exists(context.Absolute(FileOf(context)));
        // Which release carries a line may be told later: the release is made of the file.
        if (!missing && Content.With(set).Entries.SequenceEqual(Content.Entries)) return null;
        var unknown = set.Migrations.Where(migration => Content.Of(migration.Id) is not { } entry || (!entry.IsReleased && entry.Digest != migration.Digest)).Select(migration => migration.Id).ToArray();
        return new()
        {
            Id = Codes.LockStale,
            Severity = context.Run.InCi ? Severity.Error : Severity.Note,
            Message = missing
                ? $"{context.Unit.Id} has {Verdict.Count(set.Migrations.Length, "migration")} and no {MigrationLock.FileName}, so nobody would notice that a released one is edited."
                : $"{MigrationLock.FileName} does not hold the migrations as they are{(unknown.Length > 0 ? $": {string.Join(", ", unknown)}" : "")}.",
            File = missing ? $"{context.Unit.Root}/unit.yaml" : FileOf(context),
            Mend = $"./build.sh --target=Migrations --unit={context.Unit.Name} --migrations=write, and commit the file",
        };
    }
}
