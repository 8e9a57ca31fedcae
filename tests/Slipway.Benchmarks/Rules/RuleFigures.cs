using System.Collections.Immutable;
using System.Globalization;
using System.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers;

namespace Slipway.Benchmarks.Rules;

/// <summary>
/// What the analyzers cost on 1,000 files, warm, as the median of five: the compiler's own figures of each rule, one rule after another, and
/// no collection of garbage between.
/// </summary>
internal static class RuleFigures
{
    private const int Rounds = 5;

    /// <summary>More than a round allocates: a collection would be counted as the time of whichever rule it falls into.</summary>
    private const long Heap = 6L << 30;

    private static readonly TimeSpan _boundaryBound = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _allBound = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _ruleBound = TimeSpan.FromMilliseconds(100);

    public static async Task<int> MeasureAsync(string[] arguments)
    {
        var files = Options.Parse(arguments, ["files"]).Number("files", 1000);
        var service = await MeasureAsync("services/ordering", files, foreign: null, Rounds);
        var kept = Say($"boundary and meta rules, {files} files, nothing foreign", Sum(service, "SLW1", "SLW9"), _boundaryBound);
        kept &= Say($"all rules, {files} files, a service", Sum(service, "SLW"), _allBound);
        kept &= Worst(service);
        var app = await MeasureAsync("apps/backoffice", files, foreign: null, Rounds);
        kept &= Say($"all rules, {files} files, an app", Sum(app, "SLW"), _allBound);
        kept &= Worst(app);
        var broken = await MeasureAsync("services/ordering", files, SampleProject.Foreign(), rounds: 1);
        Say($"all rules, {files} files, with a foreign reference", Sum(broken, "SLW"), bound: null);
        foreach (var (id, time) in broken.OrderByDescending(pair => pair.Value).Take(3)) Say($"  {id}", time, bound: null);
        return kept ? 0 : 1;
    }

    private static async Task<Dictionary<string, TimeSpan>> MeasureAsync(string unit, int files, MetadataReference? foreign, int rounds)
    {
        var rules = Rules();
        var project = SampleProject.Make(unit, files, foreign);
        var measured = new List<Dictionary<string, TimeSpan>>();
        // The first round compiles the rules themselves, and does not count.
        for (var round = 0; round <= rounds; round++) measured.Add(await RoundAsync(rules, project, ToldUnit.Of(unit)));
        return measured[1].Keys.ToDictionary(id => id, id => measured.Skip(1).Select(times => times[id]).Order().ElementAt(rounds / 2));
    }

    private static async Task<Dictionary<string, TimeSpan>> RoundAsync(ImmutableArray<DiagnosticAnalyzer> rules, CSharpCompilation compilation, AnalyzerOptions options)
    {
        var judged = compilation.WithAnalyzers(rules, new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        GC.Collect();
        var undisturbed = GC.TryStartNoGCRegion(Heap);
        await judged.GetAnalyzerDiagnosticsAsync();
        if (undisturbed && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        var times = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var rule in rules) times[rule.SupportedDiagnostics[0].Id] = (await judged.GetAnalyzerTelemetryInfoAsync(rule, CancellationToken.None)).ExecutionTime;
        return times;
    }

    private static ImmutableArray<DiagnosticAnalyzer> Rules() =>
    [
        .. typeof(RuleIds).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static bool Worst(Dictionary<string, TimeSpan> times) => times
        .OrderByDescending(pair => pair.Value).Take(3)
        .Select(pair => Say($"  {pair.Key}", pair.Value, _ruleBound)).ToArray().All(kept => kept);

    private static TimeSpan Sum(Dictionary<string, TimeSpan> times, params string[] groups) =>
        times.Where(pair => groups.Any(group => pair.Key.StartsWith(group, StringComparison.Ordinal))).Aggregate(TimeSpan.Zero, (sum, pair) => sum + pair.Value);

    private static bool Say(string what, TimeSpan time, TimeSpan? bound)
    {
        var limit = bound is { } most ? string.Create(CultureInfo.InvariantCulture, $", bound {most.TotalMilliseconds:0} ms") : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {time.TotalMilliseconds:0.0} ms{limit}"));
        return bound is null || time <= bound;
    }
}
