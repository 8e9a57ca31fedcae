using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.DotNet;
using Slipway.Security.Compile;

namespace Slipway.Pipeline.Stages.Security;

/// <summary>One compile with nothing but the security rules, for all .NET units together.</summary>
internal static class CodeScan
{
    public static ImmutableArray<CodeScanResult> None(ImmutableArray<StageContext> batch) => [.. batch.Select(_ => new CodeScanResult())];

    public static async Task<ImmutableArray<CodeScanResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var run = batch[0].Run;
        var compiled = batch.Where(context => DotNetOutput.Missing(context) is null).ToImmutableArray();
        var tools = await SecurityTools.EnsureAsync(run.Paths.Tools, run.Platform.Root, run.Processes, cancellationToken);
        var compile = SecurityCompile.Of(run.Platform, compiled.Select(context => context.Unit), tools, Path.Combine(run.Paths.Work, "security"));
        if (!compile.Projects.IsEmpty)
        {
            var request = compile.Prepare();
            using var compiler = await CompilerServer.ForAsync(run, "security");
            var result = await run.Processes.RunAsync(
                request with
                {
                    Arguments = [.. request.Arguments, .. compiler.Arguments],
                    Environment = run.Environment,
                    TimeLimit = TimeSpan.FromMinutes(20),
                    OnLine = batch[0].Log.Write,
                },
                cancellationToken);
            result.OrFail("The security compile", Codes.SecurityCompileFailed);
        }
        return [.. batch.Select(context => Of(context, compile, tools))];
    }

    private static CodeScanResult Of(StageContext context, SecurityCompile compile, SecurityTools tools)
    {
        if (DotNetOutput.Missing(context) is { } reason) return new CodeScanResult { Reason = reason };
        var paths = context.Unit.Projects.Select(project => project.Path).ToHashSet(StringComparer.Ordinal);
        var reports = compile.Projects.Where(project => paths.Contains(project.Path)).Select(project => CompileReport.Read(compile, project)).ToArray();
        var suppressed = reports.Sum(report => report.Suppressed.Length);
        return new CodeScanResult
        {
            Findings = [.. reports.SelectMany(report => report.Findings).Where(finding => finding.Severity != Severity.Note).Distinct()],
            Rules = reports.Sum(report => report.Rules),
            Notes = suppressed > 0 ? [$"{Verdict.Count(suppressed, "finding")} suppressed in the code"] : [],
            SkippedChecks = tools.Unavailable is { } why ? [new() { What = "security-analyzers", Why = why }] : [],
            Tools = tools.Versions.ToImmutableSortedDictionary(),
        };
    }
}
