using System.Collections.Immutable;
using Slipway.Boundaries.Receipts;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// The compiler's own account of a compile, asked for in CI: it makes the compiler run every hidden analyzer too, which is a price to be paid
/// once and not at every keystroke. What it says becomes findings and numbers at once, so that they stand wherever the compile does.
/// </summary>
internal static class Receipts
{
    /// <summary>The number of typecheck that says how many receipts were read; without it a compile does not stand in CI.</summary>
    public const string Number = "receipts";

    private const string FileName = "slipway.receipt.sarif";

    /// <summary>The compiler's option, as a property of a project.</summary>
    public const string Property = $"<ErrorLog Condition=\"'$(Language)' == 'C#'\">$(IntermediateOutputPath){FileName},version=2.1</ErrorLog>";

    /// <summary>Whether a receipt is asked for: in CI, where any project of the platform has the analyzers.</summary>
    public static bool AreWanted(RunContext run) => run.InCi && HasAnalyzers(run.Platform);

    /// <summary>Takes away what an earlier compile left, so that what is there afterwards is this one's.</summary>
    public static void Clear(IEnumerable<StageContext> batch)
    {
        foreach (var path in batch.SelectMany(context => Compiled(context).SelectMany(project => PathsOf(context, project))).ToList()) File.Delete(path);
    }

    /// <summary>What the receipts of a unit's projects say.</summary>
    /// <param name="failed">Projects that MSBuild gave up: those may have come to no compile.</param>
    public static (ImmutableArray<Finding> Findings, ImmutableDictionary<string, double> Seconds) Read(StageContext context, ImmutableHashSet<string> failed)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var seconds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var project in Compiled(context))
        {
            var receipts = PathsOf(context, project).Select(path => ReceiptReader.Read(File.ReadAllBytes(path))).DefaultIfEmpty().ToList();
            if (receipts is [null] && failed.Contains(project.Path)) continue;
            findings.AddRange(receipts.SelectMany(receipt => ReceiptRule.Check(project, receipt, context.Relative)));
            foreach (var (rule, cost) in receipts.OfType<Receipt>().SelectMany(receipt => receipt.Seconds).Where(pair => pair.Key.StartsWith("SLW", StringComparison.Ordinal)))
                seconds[rule] = seconds.GetValueOrDefault(rule) + cost;
        }
        return ([.. findings.Distinct()], seconds.ToImmutableDictionary());
    }

    private static IEnumerable<Project> Compiled(StageContext context) =>
        context.Unit.DotNetProjects.Where(project => project.Role is not ProjectRole.Unreadable && project.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase));

    // One for each target framework, in a folder of its own.
    private static IEnumerable<string> PathsOf(StageContext context, Project project) =>
        context.Absolute($"{project.Folder}/obj/{context.Run.Platform.Settings.Configuration}") is var folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, FileName, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];

    // A central reference may not be one of each project's own.
    private static bool HasAnalyzers(Platform platform) =>
        platform.Units.Any(unit => unit.Projects.Any(project => project.Packages.Contains(CoreRules.Package, StringComparer.OrdinalIgnoreCase)))
        || ((string[])["Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets"]).Select(file => Path.Combine(platform.Root, file))
            .Any(file => File.Exists(file) && File.ReadAllText(file).Contains(CoreRules.Package, StringComparison.OrdinalIgnoreCase));
}
