using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>SLW1006: internals are opened within the unit only, and nobody takes another unit's by force.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignFriendAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForeignFriend,
        "An assembly opens its internals to another unit, or takes another's",
        "'{0}' {1} '{2}', which is {3}: what others may use is public and lies in a package",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Internals are what a unit may change without asking anybody.",
        helpLinkUri: RulePage.Of(RuleIds.ForeignFriend),
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    // Made at run time by libraries for tests: they are nobody's code.
    private static readonly HashSet<string> Proxies = new(StringComparer.OrdinalIgnoreCase) { "DynamicProxyGenAssembly2", "ProxyBuilder", "FakeItEasy.DynamicProxy" };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { } own) return;
        foreach (var attribute in context.Compilation.Assembly.GetAttributes())
        {
            if (attribute.ConstructorArguments.FirstOrDefault().Value is not string written) continue;
            var name = written.Split(',')[0].Trim();
            var fault = attribute.AttributeClass?.Name switch
            {
                "InternalsVisibleToAttribute" when !own.Assemblies.Contains(name) && !Proxies.Contains(name) =>
                    ("opens its internals to", "no assembly of its unit"),
                "IgnoresAccessChecksToAttribute" when OwnerOf(name, context.Compilation) is { } owner && !owner.Equals(own.Identity) =>
                    ("takes the internals of", $"an assembly of '{owner}'"),
                _ => ((string, string)?)null,
            };
            if (fault is not var (does, what)) continue;
            context.ReportDiagnostic(Diagnostic.Create(Rule, Place(context, attribute, name), context.Compilation.AssemblyName, does, name, what));
        }
    }

    // An item of the project becomes an attribute in a file that nobody reads; the project is where to mend it.
    private static Location Place(CompilationAnalysisContext context, AttributeData attribute, string name)
    {
        var syntax = attribute.ApplicationSyntaxReference;
        return syntax is null || syntax.SyntaxTree.FilePath.EndsWith(".AssemblyInfo.cs", StringComparison.OrdinalIgnoreCase)
            ? ProjectFile.OfWord(context.Options, [$"\"{name}\"", name], context.CancellationToken)
            : Location.Create(syntax.SyntaxTree, syntax.Span);
    }

    private static UnitIdentity? OwnerOf(string name, Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(assembly => string.Equals(assembly.Name, name, StringComparison.OrdinalIgnoreCase))
        .SelectMany(UnitStamp.Of)
        .FirstOrDefault();
}
