using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// SLW1001: no unit links an assembly that is stamped as another unit's, whichever way it came onto the reference list. It looks at
/// references only and never at code, so it costs next to nothing and has no blind spot in the language.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignAssemblyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForeignAssembly,
        "A unit references another unit's assembly",
        "'{0}' references the assembly '{1}' of '{2}'{3}: {4}",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Services and apps are deployed on their own, so nobody may link their assemblies. What others need lies in packages.",
        helpLinkUri: RulePage.Of(RuleIds.ForeignAssembly),
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
        var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!options.TryGetValue("build_property.SlipwayUnit", out var text) || UnitIdentity.From(text) is not { } own) return;

        var allowed = AllowedEdges.Of(own, context.Options, context.CancellationToken);
        var linked = context.Compilation.SourceModule.ReferencedAssemblySymbols;
        foreach (var assembly in linked)
        {
            if (Framework.Owns(assembly.Identity)) continue;
            var foreign = UnitStamp.Of(assembly).FirstOrDefault(unit => !own.MayReference(unit) && !allowed.Contains(unit));
            if (foreign is null) continue;
            var path = (context.Compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath;
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                ProjectFile.Find(context.Options, assembly.Name, path, context.CancellationToken),
                own,
                assembly.Name,
                foreign,
                Carriers(linked, assembly, own),
                Mend(own, foreign)));
        }
    }

    // A transitive reference names who brought it: that is where it has to go away.
    private static string Carriers(ImmutableArray<IAssemblySymbol> linked, IAssemblySymbol foreign, UnitIdentity own)
    {
        var carriers = linked
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(foreign.Identity)))
            .Select(assembly => (assembly.Name, Unit: UnitStamp.Of(assembly).FirstOrDefault()))
            .Where(carrier => carrier.Unit is not null && own.MayReference(carrier.Unit))
            .Select(carrier => $"'{carrier.Name}' of '{carrier.Unit}'")
            .ToArray();
        return carriers.Length == 0 ? "" : $" (brought by {string.Join(", ", carriers)})";
    }

    private static string Mend(UnitIdentity own, UnitIdentity foreign) => own.IsPackage
        ? $"a package must not depend on what is deployed; move what it needs of '{foreign.Name}' into a package"
        : $"units are deployed on their own and share packages only; use the SDK or contracts package of '{foreign.Name}' instead";
}
