using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// SLW1011: what was built in the platform carries the stamp of the unit in whose folder it was built, and one only. Without this rule a unit
/// could take its stamp off, or wear another's.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FalseStampAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.FalseStamp,
        "An assembly that was built here has no stamp, or one that its place denies",
        "The assembly '{0}' {1}: {2}",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The stamp says which unit an assembly belongs to. Slipway.Analyzers writes it when it compiles; nothing else may.",
        helpLinkUri: RulePage.Of(RuleIds.FalseStamp),
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // A file that says of itself that a tool wrote it stamps all the same.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { } own) return;
        CheckOwn(context, own);
        foreach (var reference in own.Facts.References) CheckReference(context, own, reference);
    }

    private static void CheckOwn(CompilationAnalysisContext context, OwnUnit own)
    {
        var assembly = context.Compilation.Assembly;
        var stamps = UnitStamp.Of(assembly).ToArray();
        var written = Written(context, assembly);
        var fault = stamps.FirstOrDefault(stamp => !stamp.Equals(own.Identity)) is { } other ? $"stamps itself as '{other}', but its project lies in '{own.Identity}'"
            : stamps.Length == 0 ? "has lost the stamp of its unit"
            : stamps.Length > 1 || Twice(assembly, UnitStamp.Exposes) || Twice(assembly, UnitStamp.VisibleTo) ? "is stamped twice"
            : written is not null ? "is stamped by hand"
            : null;
        if (fault is null) return;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            written is null ? ProjectFile.OfWord(context.Options, [], context.CancellationToken) : Location.Create(written.SyntaxTree, written.Span),
            assembly.Name,
            fault,
            "the targets of Slipway.Analyzers write the stamps; what a unit exposes is said in its unit.yaml"));
    }

    // The targets' own file lies beside the facts; one of its name elsewhere is not theirs.
    private static SyntaxReference? Written(CompilationAnalysisContext context, IAssemblySymbol assembly)
    {
        var facts = FilePath.Normal(OwnUnit.PathOf(context.Options, "SlipwayFacts") ?? "");
        var own = facts.Substring(0, facts.LastIndexOf('/') + 1) + "Slipway.Unit.g.cs";
        return assembly.GetAttributes()
            .Where(attribute => attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[0].Value is UnitStamp.Unit or UnitStamp.Exposes or UnitStamp.VisibleTo)
            .Select(attribute => attribute.ApplicationSyntaxReference)
            .FirstOrDefault(syntax => syntax is not null && !FilePath.IsSame(syntax.SyntaxTree.FilePath, own));
    }

    private static void CheckReference(CompilationAnalysisContext context, OwnUnit own, BuiltReference built)
    {
        if (FilePath.Below(built.Origin, own.Facts.Root) is not { } place) return;
        // By its name: a project may be linked by its reference assembly, which lies elsewhere.
        var assembly = context.Compilation.References
            .Where(reference => (reference as PortableExecutableReference)?.FilePath is { } path && FilePath.NameOf(path) == FilePath.NameOf(built.Path))
            .Select(context.Compilation.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .FirstOrDefault();
        if (assembly is null) return;
        var stamps = UnitStamp.Of(assembly).ToArray();
        var fault = stamps.Length == 0 && built.IsBuilt ? "was built here and has no stamp"
            : stamps.Length == 0 && built.Unit is { } holder && !holder.Equals(own.Identity) ? $"lies in the folder of '{holder}' and has no stamp"
            : stamps.Length > 0 && built.IsBuilt && built.Unit is { } unit && !Array.Exists(stamps, stamp => stamp.Equals(unit)) ? $"is stamped as '{stamps[0]}', but its project lies in '{unit}'"
            : null;
        if (fault is null) return;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            ProjectFile.OfReference(context.Options, [FilePath.NameOf(built.Origin).Replace(".csproj", ""), assembly.Name], built.Path, context.CancellationToken),
            assembly.Name,
            fault,
            $"let '{place}' be compiled with the analyzers of the platform, all of their targets included"));
    }

    private static bool Twice(IAssemblySymbol assembly, string key) => UnitStamp.Values(assembly, key).Skip(1).Any();
}
