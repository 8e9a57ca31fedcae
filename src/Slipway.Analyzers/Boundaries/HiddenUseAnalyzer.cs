using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Boundaries.Symbols;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// SLW1003: the backstop behind SLW1002. Of an assembly that is open in part, the compiler itself is asked whether it is used; if it is, some line
/// must show where. That is dear, and happens only where such a reference exists.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HiddenUseAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.HiddenUse,
        "An assembly that is open in part is used where no use can be shown",
        "'{0}' needs the assembly '{1}' of '{2}', which is open in part, and no line of it names an open part: reference it where it is used, or remove the reference",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiler's own list of what is used has no blind spot; the rules that show places do.",
        helpLinkUri: RulePage.Of(RuleIds.HiddenUse),
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
        var inPart = ForeignReference.Of(context.Compilation, own).Where(reference => reference.Reach is Reach.InPart).ToArray();
        if (inPart.Length == 0) return;
        var used = new HashSet<MetadataReference>(context.Compilation.GetUsedAssemblyReferences(context.CancellationToken));
        foreach (var reference in inPart)
        {
            if (context.Compilation.GetMetadataReference(reference.Assembly) is not { } metadata || !used.Contains(metadata)) continue;
            if (IsShown(context, reference)) continue;
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                ProjectFile.OfReference(context.Options, [reference.Assembly.Name], metadata.Display, context.CancellationToken),
                own.Identity,
                reference.Assembly.Name,
                reference.Unit));
        }
    }

    // Any use at all counts, of the open part or of the rest: the rest is SLW1002's to report.
    private static bool IsShown(CompilationAnalysisContext context, ForeignReference reference)
    {
#pragma warning disable RS1030 // A model of each file, once, at the end, and only where an assembly is open in part.
        var everything = new WatchedAssemblies([reference.Closed()]);
        return context.Compilation.SyntaxTrees.Any(tree =>
            !UseFinder.Find(context.Compilation.GetSemanticModel(tree), everything, context.CancellationToken).IsEmpty);
#pragma warning restore RS1030
    }
}
