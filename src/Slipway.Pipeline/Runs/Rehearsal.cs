using System.Collections.Immutable;
using Slipway.Evidence.Keys;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Cache.Entries;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Reports;

namespace Slipway.Pipeline.Runs;

/// <summary>
/// Goes once, in memory, through what a run does for every node: an entry of the cache is signed, checked and read, a record is written with
/// its reports. The first time takes the runtime a fifth of a second, and any other a millisecond; while the platform is read a processor is
/// free for it.
/// </summary>
public static class Rehearsal
{
    /// <summary>Begins it on another thread. Nothing waits for it, and nothing comes of it but time.</summary>
    public static void Begin() => _ = Task.Factory.StartNew(GoThrough, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    internal static void GoThrough()
    {
        using var key = PrivateKey.Generate();
        var seal = new EntrySeal(new(key.Public, KeyKind.Development, key), [new(key.Public, KeyKind.Development, "rehearsal")]);
        var file = new CachedFile { Path = "file", Content = Digest.Of(""), Size = 0 };
        var entry = new CacheEntry { Scope = CacheScope.Main, Record = Record(), Outputs = [file] };
        var envelope = seal.SignAsync(entry, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var bytes = new ActionResult { Blobs = [new(file.Path, file.Content, file.Size, file.Executable)], Envelope = envelope }.Write();
        if (!seal.Open(ActionResult.EnvelopeOf(bytes).Span, entry.Key, entry.Scope, "rehearsal").Match(_ => true, _ => false))
            throw new InvalidOperationException("What was signed just now cannot be opened.");
        ReportWriter.Json(entry.Record);
        JUnitReport.Write(entry.Record);
        SarifReport.Write(entry.Record);
        UnitRecords.Text(new() { Stage = entry.Record.Stage, Record = entry.Record, Values = [new("file", "content")] });
    }

    // With something of everything that a record may hold.
    private static StageRecord Record() => new()
    {
        Unit = new(UnitKind.Service, UnitName.Parse("rehearsal")),
        Stage = StageName.Unit,
        Fingerprint = Digest.Of(""),
        Basis = ImmutableSortedDictionary<string, string>.Empty.Add("inputs", ""),
        Result = StageResult.Succeeded with
        {
            Findings = [new() { Id = "id", Severity = Severity.Note, Message = "message", File = "file", Line = 1, Column = 1 }],
            Tests = [new() { Name = "name", Suite = "suite", Outcome = TestOutcome.Passed, Retries = 1 }],
            Numbers = ImmutableSortedDictionary<string, double>.Empty.Add("number", 1),
            Outputs = ImmutableSortedDictionary<string, Digest>.Empty.Add("file", Digest.Of("")),
            Tools = ImmutableSortedDictionary<string, string>.Empty.Add("tool", "1.0"),
            SkippedChecks = [new() { What = "what", Why = "why" }],
            Notes = ["note"],
        },
        ExecutedAt = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.Zero,
        Invocation = Guid.Empty,
    };
}
