using System.Collections.Immutable;
using Slipway.Compatibility;
using Slipway.Compatibility.Events;
using Slipway.Compatibility.OpenApi;
using Slipway.Compatibility.Versions;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Boundaries.Compatibility;

/// <summary>What a unit promises today against what its last release promised.</summary>
internal static class CompatibilityCheck
{
    private const string What = "compatibility";

    /// <summary>The compiled projects that it reads.</summary>
    public static IEnumerable<Project> Links(Unit unit) => UnitContracts.Writers(unit).Concat(UnitContracts.Libraries(unit));

    /// <summary>The result of the stage with what was found here put to it.</summary>
    /// <param name="wasCompiled">Whether what lies there was compiled from the sources that lie there.</param>
    public static async Task<StageResult> AddToAsync(StageResult result, StageContext context, bool wasCompiled, CancellationToken cancellation)
    {
        try
        {
            if (ReleasedContracts.Read(context) is not { } released) return Unreleased(result, context);
            if (!wasCompiled && Links(context.Unit).Any()) return Skipped(result, $"the unit has not been compiled, so nobody knows what it promises beside {released.Version}");
            return await CompareAsync(LastRelease.Noted(result, released.Release), context, released, cancellation);
        }
        catch (KnownFailureException failure)
        {
            return Verdict.Of([.. result.Findings, .. failure.Problems.Select(problem => problem.ToFinding())], warningsFail: true) with { Notes = result.Notes };
        }
    }

    private static async Task<StageResult> CompareAsync(StageResult result, StageContext context, ReleasedContracts released, CancellationToken cancellation)
    {
        var today = UnitContracts.FilesOf(context);
        var findings = new CompatibilityFindings(context, released);
        var found = ImmutableArray.CreateBuilder<Finding>();
        var reach = Reach.None;
        foreach (var (place, text) in released.Texts)
        {
            var id = place.StartsWith(UnitContracts.Api, StringComparison.Ordinal) ? RuleIds.ApiBreak : RuleIds.EventBreak;
            var comparison = Compare(context, id, text, today.GetValueOrDefault(place));
            found.AddRange(findings.Of(id, UnitContracts.SourceOf(context, place), comparison));
            reach = Max(reach, comparison.Reach);
        }
        if (today.Keys.Any(place => !released.Texts.ContainsKey(place))) reach = Max(reach, Reach.Addition);
        foreach (var change in await ApiCompat.CompareAsync(context, released.Packages, cancellation))
        {
            found.Add(findings.Of(RuleIds.PublicApiBreak, UnitContracts.Libraries(context.Unit).First().Path, change));
            reach = Reach.Break;
        }
        var judged = Verdict.Of([.. result.Findings, .. found], warningsFail: true) with { Notes = result.Notes, Outputs = result.Outputs, SkippedChecks = result.SkippedChecks };
        return Notes(judged, [findings.Advice(reach), NothingPromised(context, released, today.Keys)]);
    }

    private static Comparison Compare(StageContext context, string id, ContractText released, string? file)
    {
        if (id == RuleIds.EventBreak) return EventComparer.Compare([released], file is null ? [] : [Text(context, file)]);
        return file is not null ? OpenApiComparer.Compare(released, Text(context, file)) : new()
        {
            Problems = [new() { Code = RuleIds.UnreadableContract, Message = $"{context.Unit.Id} released {Path.GetFileName(released.File)}, and has no such API document any more.", Mend = "let the build write it again" }],
        };
    }

    private static ContractText Text(StageContext context, string file) => new(context.Relative(file), File.ReadAllBytes(file));

    private static StageResult Unreleased(StageResult result, StageContext context) => context.Run.Versions.TaggedOf(context.Unit.Id) is { } tagged
        ? Skipped(result, $"{tagged} is tagged, but no release of {context.Unit.Id} lies in the store, so there is nothing to compare with")
        : Notes(result, [IsPromising(context.Unit) ? "nothing was released yet, so nothing can be broken" : null]);

    private static bool IsPromising(Unit unit) => unit.Kind is UnitKind.Service || UnitContracts.Libraries(unit).Any();

    private static string? NothingPromised(StageContext context, ReleasedContracts released, IEnumerable<string> today) =>
        context.Unit.Kind == UnitKind.Service && released.Texts.IsEmpty
            ? today.Any() ? $"{released.Version} was released without its API document, so nothing was compared" : "it has no API document, so nothing was compared"
            : null;

    private static StageResult Skipped(StageResult result, string why) => result with { SkippedChecks = result.SkippedChecks.Add(new() { What = What, Why = why }) };

    private static StageResult Notes(StageResult result, IEnumerable<string?> notes) => result with { Notes = [.. result.Notes, .. notes.OfType<string>()] };

    private static Reach Max(Reach one, Reach other) => one > other ? one : other;
}
