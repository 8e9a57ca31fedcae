using System.Collections.Immutable;
using Slipway.Migrations;
using Slipway.Migrations.Statistics;
using Slipway.Model.Stages;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>Everything that is asked about the migrations of one unit, cheapest first.</summary>
internal sealed class MigrationsCheck(StageContext context)
{
    public async Task<StageResult> RunAsync(CancellationToken cancellation)
    {
        var locked = new CommittedLock(context);
        var last = LastRelease.Find(context);
        var reading = UnitMigrations.ReadAsync(context, cancellation);
        var releasedReading = ReleasedMigrations.ReadAsync(context, last, cancellation);
        await Task.WhenAll((Task)reading, releasedReading);
        var (set, carried) = (await reading, await releasedReading);
        var released = locked.Released(carried);
        if (context.Run.WritesMigrationLock) return locked.Write(released, set);

        var options = new JudgeOptions
        {
            Service = context.Unit.Name.ToString(),
            Lock = released,
            LiveReleases = await LiveAsync(last, carried, cancellation),
            Statistics = TableStatistics.Read(context.Run.Platform.Root, $"{context.Unit.Root}/{TableStatistics.FileName}"),
            ForeignNames = ForeignNames.Of(context.Unit, context.Run.Platform).RemoveRange(set.Schemas),
        };
        var stale = locked.Staleness(set);
        var result = await ObserveAsync(set, options, stale is { Severity: Severity.Error } ? [stale] : [], carried, cancellation);
        ImmutableArray<string> notes = [.. Notes(last, carried, set, options), .. result.Notes, .. stale is { Severity: Severity.Note } ? [$"{stale.Message} {stale.Mend}"] : Array.Empty<string>()];
        return LastRelease.Noted(result.With("migrations", set.Migrations.Length) with { Notes = notes }, last);
    }

    private async Task<StageResult> ObserveAsync(MigrationSet set, JudgeOptions options, IEnumerable<Finding> known, ReleasedMigrations? carried, CancellationToken cancellation)
    {
        await using var databases = new ScratchDatabases(await SharedPostgres.GetAsync(context.Run, cancellation), $"migrations_{context.Unit.Name.Lower}");
        var judgement = await MigrationJudge.JudgeAsync(set, await databases.MakeAsync("judged", null, cancellation), options, cancellation);
        List<Finding> found = [.. known, .. judgement.Findings.Select(Placed(set))];
        // What PostgreSQL refuses on the way up cannot be gone back and forth on.
        if (!judgement.IsWhole) return Judged(found);
        found.AddRange((await RoundTrip.CheckAsync(set, databases.Cluster, databases.NameOf("round"), options, context.Run.Processes, cancellation)).Select(Placed(set)));
        if (carried is null || !CompatibilityProof.IsNeeded(carried.Set, set) || UnitMigrations.BundleOf(context) is not { } bundle) return Judged(found);
        found.AddRange(await CompatibilityProof.CheckAsync(context, carried, bundle, set, databases, cancellation));
        var judged = Judged(found);
        return found.Any(finding => finding.Severity == Severity.Error)
            ? judged with { Notes = [$"the integration tests of {carried.Release.Version} were not run: what was found before has to be mended first"] }
            : await new CoexistenceProof(context, carried.Release, set, databases).AddToAsync(judged, cancellation);
    }

    private async Task<ImmutableArray<LiveRelease>> LiveAsync(LastRelease? last, ReleasedMigrations? carried, CancellationToken cancellation)
    {
        if (context.Run.Live.Of(context.Unit.Id) is not { } versions) return last is null ? [] : [new(last.Version, carried?.Set.Model)];
        var live = ImmutableArray.CreateBuilder<LiveRelease>();
        foreach (var version in versions)
        {
            var stored = version == last?.Version ? carried : await ReleasedMigrations.ReadAsync(context, LastRelease.Find(context, version), cancellation);
            live.Add(new(version, stored?.Set.Model));
        }
        return live.ToImmutable();
    }

    private IEnumerable<string> Notes(LastRelease? last, ReleasedMigrations? carried, MigrationSet set, JudgeOptions options)
    {
        yield return (last, carried) switch
        {
            (null, _) => "nothing was released yet, so no release can be hurt",
            (_, null) => $"{last.Version} was released without a migration bundle, so it was not asked",
            _ when CompatibilityProof.IsNeeded(carried.Set, set) => $"{last.Version} was asked whether it works on the new schema",
            _ => $"no migration is newer than {last.Version}",
        };
        if (context.Run.Live.Of(context.Unit.Id) is not null)
            yield return options.LiveReleases.IsEmpty ? "live by --live: none" : $"live by --live: {string.Join(", ", options.LiveReleases.Select(live => live.Version))}";
    }

    private static StageResult Judged(IEnumerable<Finding> found) => Verdict.Of([.. found.Distinct()], warningsFail: false);

    private static Func<MigrationFinding, Finding> Placed(MigrationSet set) => finding =>
        (finding.File is null && set.Migrations.FirstOrDefault(migration => migration.Id == finding.Migration) is { File: { } file } ? finding with { File = file } : finding).ToFinding();
}
