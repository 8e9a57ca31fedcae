using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// SLW1004: a unit compiles its own source only. A linked file, a shared project or a glob that leaves the folder brings another unit's code in
/// without any reference. Reported once for each place that is reached into.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignSourceAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForeignSource,
        "Source from outside the unit is compiled into it",
        "'{0}' compiles '{1}'{2} of {3}: a unit is made of its own source; move what both need into a package and reference that",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Source that is compiled into two units changes both at once, and neither knows.",
        helpLinkUri: RulePage.Of(RuleIds.ForeignSource),
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { } own) return;
        var foreign = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        // Nearly every file lies right there; only the others are worth a look at their path's parts.
        var folder = own.Facts.Project.Substring(0, own.Facts.Project.LastIndexOfAny(['/', '\\']) + 1);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            if (tree.FilePath.StartsWith(folder, StringComparison.Ordinal) && tree.FilePath.IndexOf("..", StringComparison.Ordinal) < 0) continue;
            if (OwnerOf(tree.FilePath, own) is not { } owner) continue;
            if (!foreign.TryGetValue(owner, out var files)) foreign.Add(owner, files = []);
            files.Add(FilePath.Below(tree.FilePath, own.Facts.Root)!);
        }
        foreach (var place in foreign)
        {
            var first = place.Value.OrderBy(file => file, StringComparer.Ordinal).First();
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                ProjectFile.OfWord(context.Options, Words(first), context.CancellationToken),
                own.Identity,
                first,
                place.Value.Count == 1 ? "" : $" and {place.Value.Count - 1} more",
                place.Key));
        }
    }

    /// <summary>Whose source it is, in words; null where it is the unit's own or nobody's.</summary>
    private static string? OwnerOf(string path, OwnUnit own)
    {
        // What generators write has no path, and what packages and the SDK bring does not lie in the platform.
        if (FilePath.Below(path, own.Facts.Root) is not { } relative || own.Owns(path)) return null;
        var unit = own.Facts.UnitAt(path) ?? own.Facts.Items.FirstOrDefault(item => item.Kind is "Compile" && FilePath.Normal(item.Path) == FilePath.Normal(path))?.Unit;
        if (unit is not null) return $"'{unit}'";
        if (own.Facts.Scratch.Any(folder => FilePath.Below(path, folder) is not null)) return null;
        // What the whole platform shares lies at its root, or with its build: assembly attributes, global usings.
        var slash = relative.IndexOf('/');
        return slash < 0 || relative.StartsWith("build/", StringComparison.OrdinalIgnoreCase) ? null : $"the folder '{relative.Substring(0, slash)}', which is not the unit's";
    }

    // A glob does not name the file, but it names a folder on the way to it.
    private static IEnumerable<string> Words(string relative)
    {
        var parts = relative.Split('/');
        yield return parts[parts.Length - 1];
        for (var index = parts.Length - 2; index >= 0; index--) yield return parts[index] + "/";
        for (var index = parts.Length - 2; index >= 0; index--) yield return parts[index] + "\\";
    }
}
