using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Cache;

/// <summary>What a record says to people, for another checkout: it names that one's folders, not those of the machine that kept it.</summary>
internal static class RecordTexts
{
    /// <summary>The record with marks in place of this machine's folders.</summary>
    public static StageRecord Marked(StageRecord record, Lazy<MachinePaths> machine) => Map(record, text => machine.Value.MarkText(text));

    /// <summary>The record with this machine's folders in place of the marks.</summary>
    public static StageRecord Filled(StageRecord record, Lazy<MachinePaths> machine) =>
        Map(record, text => MachinePaths.HasMarks(text) ? machine.Value.FillText(text) : text);

    private static StageRecord Map(StageRecord record, Func<string, string> map)
    {
        var result = record.Result;
        if (result is { Findings.IsEmpty: true, PassedOn: null or { IsEmpty: true }, Notes.IsEmpty: true, SkippedChecks.IsEmpty: true, Tests.IsEmpty: true }) return record;
        return record with
        {
            Result = result with
            {
                Findings = Map(result.Findings, map),
                PassedOn = result.PassedOn is { } passedOn ? Map(passedOn, map) : null,
                Notes = [.. result.Notes.Select(map)],
                SkippedChecks = [.. result.SkippedChecks.Select(check => check with { Why = map(check.Why) })],
                Tests = [.. result.Tests.Select(test => test with { Message = MapAny(test.Message, map), File = MapAny(test.File, map) })],
            },
        };
    }

    private static ImmutableArray<Finding> Map(ImmutableArray<Finding> findings, Func<string, string> map) =>
        [.. findings.Select(finding => finding with { Message = map(finding.Message), File = MapAny(finding.File, map), Mend = MapAny(finding.Mend, map) })];

    private static string? MapAny(string? text, Func<string, string> map) => text is null ? null : map(text);
}
