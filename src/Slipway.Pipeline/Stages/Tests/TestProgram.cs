using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>
/// A Microsoft.Testing.Platform program, run directly: <c>dotnet test</c> spends more than half of its time on finding them.
/// </summary>
/// <param name="Context">Of the stage that runs it.</param>
/// <param name="Name">Of its project: the suite of its tests.</param>
/// <param name="Assembly">The program, absolute.</param>
/// <param name="Origin">What messages call it, relative to the platform's root.</param>
/// <param name="Results">The folder of its reports; no two that run at once have the same.</param>
internal sealed partial record TestProgram(StageContext Context, string Name, string Assembly, string Origin, string Results)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(20);

    /// <summary>As it was compiled.</summary>
    public static TestProgram Of(StageContext context, Project project) =>
        new(context, project.Name, DotNetOutput.AssemblyOf(context, project), project.Path, ResultsOf(context));

    /// <summary>Where a stage's reports of tests lie.</summary>
    public static string ResultsOf(StageContext context) =>
        Path.Combine(context.Run.Paths.Work, "tests", context.Unit.Id.Folder, context.Unit.Name.Lower, context.Stage.ToString());

    /// <summary>Runs all tests, and those again that failed and are declared flaky.</summary>
    /// <param name="environment">Variables for the tests, over those of this process.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="KnownFailureException">It told nothing that could be believed.</exception>
    public async Task<TestRun> RunAsync(ImmutableDictionary<string, string?> environment, CancellationToken cancellation)
    {
        var first = await RunAsync(environment, [], cancellation);
        return first with { Tests = await FlakyRetries.RunAsync(Context, first.Tests, async failing => (await RunAsync(environment, failing, cancellation)).Tests) };
    }

    private async Task<TestRun> RunAsync(ImmutableDictionary<string, string?> environment, ImmutableArray<TestCase> only, CancellationToken cancellation)
    {
        var report = Path.Combine(Results, $"{Name}.ctrf.json");
        Directory.CreateDirectory(Results);
        File.Delete(report);
        var process = await Context.Run.Processes.RunAsync(
            new ProcessRequest
            {
                FileName = "dotnet",
                Arguments =
                [
                    "exec", Assembly, "--results-directory", Results, "--progress", "off", "--no-ansi",
                    .. ReportOptions(Path.GetFileName(report)), .. FilterOptions(only),
                ],
                WorkingDirectory = Path.GetDirectoryName(Assembly)!,
                Environment = environment,
                TimeLimit = TimeLimit,
                OnLine = Context.Log.Write,
            },
            cancellation);
        if (!File.Exists(report)) throw NoReport(process);
        var tests = CtrfReport.Read(Context.Run, Name, report);

        // The program can fail with every test green: a fixture that throws on dispose, a crash at exit.
        var silent = process.ExitCode is not (0 or 8) && tests.All(test => test.Outcome != TestOutcome.Failed);
        return silent ? throw NoReport(process) : new(tests, process.Output);
    }

    private ImmutableArray<string> ReportOptions(string file) => IsXunit
        ? ["--report-xunit-ctrf", "--report-xunit-ctrf-filename", file]
        : ["--report-ctrf", "--report-ctrf-filename", file];

    // Every framework has a filter of its own; where we do not know it, all tests run and the others' results are left aside.
    private IEnumerable<string> FilterOptions(ImmutableArray<TestCase> only) => IsXunit
        ? only.Select(test => MethodName.IsMatch(FlakyRetries.MethodOf(test)) ? FlakyRetries.MethodOf(test) : FlakyRetries.PatternOf(Context, test))
            .Distinct()
            .SelectMany(method => (string[])["--filter-method", method])
        : [];

    private bool IsXunit => File.Exists(Path.Combine(Path.GetDirectoryName(Assembly)!, "xunit.v3.core.dll"));

    private KnownFailureException NoReport(ProcessResult process) => new(new Problem
    {
        Code = Codes.NoTestReport,
        Message = $"The test program of {Origin} ended with exit code {process.ExitCode} and no report of a failed test.\n" + process.Tail,
        File = Origin,
        Mend = "it must be a Microsoft.Testing.Platform program that can write CTRF: xunit.v3 with "
            + "<UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>, or any framework with the package Microsoft.Testing.Extensions.CtrfReport",
    });

    // A test with a name of its own for people cannot be found by it.
    [GeneratedRegex(@"\A[\w.+`]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex MethodName { get; }
}
