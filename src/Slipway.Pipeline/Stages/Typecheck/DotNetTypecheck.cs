using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Typecheck;

/// <summary>The one compile that typecheck, lint and boundaries share.</summary>
internal static class DotNetTypecheck
{
    // What is published and tested later must be the very bytes that were judged here, not only files of the same name.
    public static bool IsDone(StageContext context, StageResult recorded) =>
        BuildFindings.Exist(context.Run, context.Unit.Id)
        && context.Unit.DotNetProjects.All(project => DotNetOutput.IsInPlace(context, project, recorded));

    public static IEnumerable<string> LooksAt(StageContext context) =>
        [BuildFindings.PathOf(context.Run, context.Unit.Id), .. context.Unit.DotNetProjects.SelectMany(project => DotNetOutput.AssembliesOf(context, project))];

    public static async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var run = batch[0].Run;
        var given = GivenProjects.Of(batch).ToImmutableArray();
        // NonExistentFile makes the compiler run even where its output is newer than its inputs: warnings are said only when it runs.
        var build = await new DotNetCli(run).BuildAsync(
            "typecheck", "build", batch.SelectMany(context => context.Unit.DotNetProjects),
            ["--no-restore", "-c", run.Platform.Settings.Configuration, "-p:NonExistentFile=always", .. DotNetCli.Reproducible, .. BoundaryMaps.Properties(run), .. CompileTargets.Properties(run, given)],
            batch[0].Log.Write, cancellationToken);
        return BuildSplit.ByUnit(batch, build, (context, findings) => Judge(context, findings, build));
    }

    private static StageResult Judge(StageContext context, ImmutableArray<Finding> findings, BuildResult build)
    {
        BuildFindings.Write(context.Run, context.Unit.Id, findings);
        var own = findings.Where(finding => FindingKind.StageOf(finding.Id) == StageName.Typecheck).ToImmutableArray();
        var verdict = Verdict.Of(own, context.Run.Platform.Settings.WarningsAsErrors).With("projects", context.Unit.DotNetProjects.Count())
            with { Outputs = DotNetOutput.Digests(context) };
        var broken = context.Unit.Projects.Where(project => build.FailedProjects.Contains(project.Path)).ToArray();
        if (broken.Length == 0 || verdict.Outcome is StageOutcome.Failed) return verdict;

        // Its types are right but nothing was emitted: a rule of lint or boundaries is an error, or a project that it uses is broken.
        return findings.Any(finding => finding.Severity == Severity.Error)
            ? verdict.With(DotNetOutput.NotEmitted, broken.Length)
            : verdict with { Outcome = StageOutcome.Fail($"{broken[0].Path} could not be compiled because a project that it uses could not") };
    }
}
