using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>
/// Runs Microsoft.Testing.Platform executables directly: <c>dotnet test</c> spends more than half of its time on finding them.
/// </summary>
internal static partial class DotNetTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(20);

    /// <param name="environment">Variables for the tests, over the run's.</param>
    public static async Task<StageResult> RunAsync(
        StageContext context, ProjectRole role, ImmutableDictionary<string, string?> environment, CancellationToken cancellationToken)
    {
        if (!DotNetOutput.IsCurrent(context)) return DotNetOutput.NotCompiled(context);
        if (DotNetOutput.Missing(context) is { } reason) return StageResult.Skipped(reason);
        var tests = ImmutableArray.CreateBuilder<TestCase>();
        foreach (var project in context.Unit.ProjectsOf(role))
        {
            var first = await RunAsync(context, project, environment, [], cancellationToken);
            tests.AddRange(await FlakyRetries.RunAsync(
                context, first, failing => RunAsync(context, project, environment, failing, cancellationToken)));
        }
        return TestVerdict.Of(tests.ToImmutable()).WithExpired(context);
    }

    private static async Task<ImmutableArray<TestCase>> RunAsync(
        StageContext context,
        Project project,
        ImmutableDictionary<string, string?> environment,
        ImmutableArray<TestCase> only,
        CancellationToken cancellationToken)
    {
        var assembly = DotNetOutput.AssemblyOf(context, project);
        var results = Path.Combine(context.Run.Paths.Work, "tests", context.Unit.Id.Folder, context.Unit.Name.Lower, context.Stage.ToString());
        var report = Path.Combine(results, $"{project.Name}.ctrf.json");
        Directory.CreateDirectory(results);
        File.Delete(report);
        var process = await context.Run.Processes.RunAsync(
            new ProcessRequest
            {
                FileName = "dotnet",
                Arguments =
                [
                    "exec", assembly, "--results-directory", results, "--progress", "off", "--no-ansi",
                    .. ReportOptions(assembly, Path.GetFileName(report)), .. FilterOptions(context, assembly, only),
                ],
                WorkingDirectory = Path.GetDirectoryName(assembly)!,
                Environment = environment,
                TimeLimit = TimeLimit,
                OnLine = context.Log.Write,
            },
            cancellationToken);
        if (!File.Exists(report)) throw NoReport(context, project, process);
        var tests = CtrfReport.Read(context.Run, project.Name, report);

        // The program can fail with every test green: a fixture that throws on dispose, a crash at exit.
        var silent = process.ExitCode is not (0 or 8) && tests.All(test => test.Outcome != TestOutcome.Failed);
        return silent ? throw NoReport(context, project, process) : tests;
    }

    private static ImmutableArray<string> ReportOptions(string assembly, string file) => IsXunit(assembly)
        ? ["--report-xunit-ctrf", "--report-xunit-ctrf-filename", file]
        : ["--report-ctrf", "--report-ctrf-filename", file];

    // Every framework has a filter of its own; where we do not know it, all tests run and the others' results are left aside.
    private static IEnumerable<string> FilterOptions(StageContext context, string assembly, ImmutableArray<TestCase> only) => IsXunit(assembly)
        ? only.Select(test => MethodName.IsMatch(FlakyRetries.MethodOf(test)) ? FlakyRetries.MethodOf(test) : FlakyRetries.PatternOf(context, test))
            .Distinct()
            .SelectMany(method => (string[])["--filter-method", method])
        : [];

    private static bool IsXunit(string assembly) => File.Exists(Path.Combine(Path.GetDirectoryName(assembly)!, "xunit.v3.core.dll"));

    private static KnownFailureException NoReport(StageContext context, Project project, ProcessResult process) => new(new Problem
    {
        Code = Codes.NoTestReport,
        Message = $"The test program of {project.Path} ended with exit code {process.ExitCode} and no report of a failed test.\n" + process.Tail,
        File = project.Path,
        Mend = "it must be a Microsoft.Testing.Platform program that can write CTRF: xunit.v3 with "
            + "<UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>, or any framework with the package Microsoft.Testing.Extensions.CtrfReport",
    });

    // A test with a name of its own for people cannot be found by it.
    [GeneratedRegex(@"\A[\w.+`]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex MethodName { get; }
}
