using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>SLW1014: no item of a project is a file of a service or app: no content, no resource, no proto, no OpenAPI document.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignFileAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForeignFile,
        "A project takes a file of another unit",
        "'{0}' takes '{1}'{2} of '{3}' as {4}: a contract that both need, such as a schema or a proto, lies in a package",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A file that is taken from another unit's folder changes when its owner likes, and nobody reviews what that does here.",
        helpLinkUri: RulePage.Of(RuleIds.ForeignFile),
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
        // The SDK of an API takes the comments of what is referenced beside it: of that reference, SLW1001 speaks.
        var documented = new HashSet<string>(context.Compilation.ReferencedAssemblyNames.Select(assembly => $"{assembly.Name}.xml"), StringComparer.OrdinalIgnoreCase);
        // Source is SLW1004's. A glob that leaves the folder has one cause, however many files it finds.
        var foreign = own.Facts.Items
            .Where(item => item.Kind is not "Compile" && !(item.Kind is "AdditionalFiles" && documented.Contains(FilePath.NameOf(item.Path))) && item.Unit is { IsPackage: false } unit && !unit.Equals(own.Identity) && !own.Owns(item.Path) && !own.Allows(unit))
            .OrderBy(item => item.Path, StringComparer.Ordinal)
            .GroupBy(item => item.Unit);
        foreach (var items in foreign)
        {
            var first = FilePath.Below(items.First().Path, own.Facts.Root) ?? items.First().Path;
            var others = items.Select(item => FilePath.Normal(item.Path)).Distinct().Count() - 1;
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                ProjectFile.OfWord(context.Options, [FilePath.NameOf(first), items.Key!.Name + "/", items.Key.Name + "\\"], context.CancellationToken),
                own.Identity,
                first,
                others == 0 ? "" : $" and {others} more",
                items.Key,
                items.First().Kind));
        }
    }
}
