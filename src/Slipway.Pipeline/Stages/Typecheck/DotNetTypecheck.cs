using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Typecheck;

/// <summary>The one compile that typecheck, lint and boundaries share.</summary>
internal static class DotNetTypecheck
{
    // What is published and tested later must be the very bytes that were judged here, not only files of the same name.
    public static bool IsDone(StageContext context, StageResult recorded) =>
        IsWhole(context, recorded)
        && context.Unit.DotNetProjects.All(project => DotNetOutput.IsInPlace(context, project, recorded));

    /// <summary>Whether it tells what later stages judge, and left a receipt where one is wanted: in CI one that was made elsewhere without does not stand.</summary>
    public static bool IsWhole(StageContext context, StageResult recorded) =>
        recorded.PassedOn is not null && (!Receipts.AreWanted(context.Run) || recorded.Numbers.ContainsKey(Receipts.Number));

    public static IEnumerable<string> LooksAt(StageContext context) =>
        context.Unit.DotNetProjects.SelectMany(project => DotNetOutput.AssembliesOf(context, project));

    public static async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var run = batch[0].Run;
        var given = GivenProjects.Of(batch).ToImmutableArray();
        if (Receipts.AreWanted(run)) Receipts.Clear(batch);
        // NonExistentFile makes the compiler run even where its output is newer than its inputs: warnings are said only when it runs.
        var build = await new DotNetCli(run).BuildAsync(
            "typecheck", [.. batch.SelectMany(context => context.Unit.DotNetProjects)],
            ["-p:NonExistentFile=always", .. DotNetCli.Reproducible, .. BoundaryMaps.Properties(run), .. CompileTargets.Properties(run, given)],
            batch[0].Log.Write, cancellationToken);
        return BuildSplit.ByUnit(batch, build, (context, findings) => Judge(context, findings, build));
    }

    private static StageResult Judge(StageContext context, ImmutableArray<Finding> findings, BuildResult build)
    {
        var (said, seconds) = Receipts.AreWanted(context.Run) ? Receipts.Read(context, build.FailedProjects) : ([], ImmutableDictionary<string, double>.Empty);
        var parts = findings.ToLookup(finding => FindingKind.StageOf(finding.Id));
        var verdict = Verdict.Of([.. parts[StageName.Typecheck]], context.Run.Platform.Settings.WarningsAsErrors).With("projects", context.Unit.DotNetProjects.Count())
            with { PassedOn = [.. parts[StageName.Lint], .. parts[StageName.Boundaries], .. said], Outputs = DotNetOutput.Digests(context) };
        if (Receipts.AreWanted(context.Run))
        {
            verdict = verdict.With(Receipts.Number, context.Unit.DotNetProjects.Count());
            foreach (var (rule, cost) in seconds) verdict = verdict.With($"seconds of {rule}", cost);
        }
        var broken = context.Unit.Projects.Where(project => build.FailedProjects.Contains(project.Path)).ToArray();
        if (broken.Length == 0 || verdict.Outcome is StageOutcome.Failed) return verdict;

        // Its types are right but nothing was emitted: a rule of lint or boundaries is an error, or a project that it uses is broken.
        return findings.Any(finding => finding.Severity == Severity.Error)
            ? verdict.With(DotNetOutput.NotEmitted, broken.Length)
            : verdict with { Outcome = StageOutcome.Fail($"{broken[0].Path} could not be compiled because a project that it uses could not") };
    }
}
