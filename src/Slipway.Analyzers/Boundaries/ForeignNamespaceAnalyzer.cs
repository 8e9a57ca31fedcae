using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// SLW1015: a unit declares namespaces of its own. One that is named after nothing of the unit hides whose code it is, from readers and from
/// every tool that goes by namespaces.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignNamespaceAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForeignNamespace,
        "A namespace is not the unit's own",
        "The namespace '{0}' {1}: a namespace of '{2}' holds the name of the unit or of one of its assemblies, such as '{3}'",
        "Slipway.Boundaries",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whose code it is should be seen from its name. Extensions of a library may lie in the library's namespace.",
        helpLinkUri: RulePage.Of(RuleIds.ForeignNamespace));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { } own) return;
        var names = new HashSet<string>(own.Assemblies.Append(own.Identity.Name).Concat(own.Map?.Namespaces ?? []).Select(OwnUnit.Bare), StringComparer.Ordinal);
        var longest = names.Max(name => name.Length);
        context.RegisterSyntaxNodeAction(
            node => Check(node, own, names, longest),
            SyntaxKind.NamespaceDeclaration,
            SyntaxKind.FileScopedNamespaceDeclaration);
    }

    private static void Check(SyntaxNodeAnalysisContext context, OwnUnit own, HashSet<string> names, int longest)
    {
        // An inner namespace continues the outer one.
        if (context.Node.Parent is BaseNamespaceDeclarationSyntax) return;
        var declared = ((BaseNamespaceDeclarationSyntax)context.Node).Name;
        var segments = declared.ToString().Split('.').Select(OwnUnit.Bare).ToArray();
        // A file that is not the unit's has another fault than its namespace.
        if (IsOwn(segments, names, longest) || !own.Owns(context.Node.SyntaxTree.FilePath)) return;
        var fault = "is named after nothing of the unit";
        if (ReferencedOwnerOf(declared.ToString(), context.Compilation) is { } owners)
        {
            if (owners.Length == 0) return;
            fault = $"is that of '{owners[0]}'";
        }
        context.ReportDiagnostic(Diagnostic.Create(Rule, declared.GetLocation(), declared.ToString(), fault, own.Identity, Suggestion(own)));
    }

    // Acme.Ordering.Pricing holds Ordering, and so does Acme.Order.Ing: parts may be joined in any way, but they are whole parts.
    private static bool IsOwn(string[] segments, HashSet<string> names, int longest)
    {
        for (var first = 0; first < segments.Length; first++)
        {
            var joined = "";
            for (var last = first; last < segments.Length && joined.Length <= longest; last++)
            {
                joined += segments[last];
                if (names.Contains(joined)) return true;
            }
        }
        return false;
    }

    /// <summary>Null where no reference has the namespace; empty where one of nobody's units has it, so that it may be extended.</summary>
    private static UnitIdentity[]? ReferencedOwnerOf(string name, Compilation compilation)
    {
        INamespaceSymbol? found = compilation.GlobalNamespace;
        foreach (var segment in name.Split('.')) found = found?.GetNamespaceMembers().FirstOrDefault(member => member.Name == segment);
        var assemblies = found?.ConstituentNamespaces
            .Select(part => part.ContainingAssembly)
            .Where(assembly => assembly is not null && !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            .ToArray();
        if (assemblies is null || assemblies.Length == 0) return null;
        var owners = assemblies.Select(assembly => UnitStamp.Of(assembly).FirstOrDefault()).ToArray();
        return Array.Exists(owners, owner => owner is null) ? [] : owners!;
    }

    private static string Suggestion(OwnUnit own) =>
        own.Assemblies.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault() ?? own.Identity.Name;
}
