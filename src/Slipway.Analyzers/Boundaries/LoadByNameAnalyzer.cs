using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// SLW1008: what is loaded by a name that the compiler can read is the unit's own or on its reference list. The value counts, not the spelling:
/// constants, concatenations and UTF-8 literals are folded.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoadByNameAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.LoadByName,
        "Code loads an assembly by a name or a path that is not the unit's",
        "'{0}' {1}: what is loaded at run time is hidden from every check of references; reference a package, or call the service",
        "Slipway.Boundaries",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A name in a string reaches another unit's code as well as a reference does.",
        helpLinkUri: RulePage.Of(RuleIds.LoadByName));

    private static readonly ImmutableHashSet<string> Loaders =
    [
        "System.Type.GetType", "System.Reflection.Assembly.Load", "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile",
        "System.Reflection.Assembly.UnsafeLoadFrom", "System.Activator.CreateInstance", "System.Activator.CreateInstanceFrom", "System.AppDomain.Load",
        "System.Runtime.InteropServices.NativeLibrary.Load", "System.Runtime.InteropServices.NativeLibrary.TryLoad",
        "System.Reflection.Assembly.LoadWithPartialName", "System.AppDomain.CreateInstance", "System.AppDomain.CreateInstanceFrom",
        "System.Runtime.Loader.AssemblyLoadContext.LoadFromAssemblyPath", "System.Runtime.Loader.AssemblyLoadContext.LoadFromAssemblyName",
        "Microsoft.EntityFrameworkCore.Infrastructure.RelationalDbContextOptionsBuilder.MigrationsAssembly",
    ];

    private static readonly SymbolDisplayFormat WithoutArguments = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static readonly string[] Hints =
        ["Assembly", "GetType", "CreateInstance", "NativeLibrary", "AppDomain", "Load", "TypeConverter", "TypeProxy", "Editor", "Designer", "AccessorType", "DynamicDependency"];

    /// <summary>Attributes that name a type by a text: its assembly follows a comma.</summary>
    private static readonly HashSet<string> Attributes =
        ["TypeConverter", "DebuggerTypeProxy", "DebuggerVisualizer", "Editor", "Designer", "UnsafeAccessorType", "DynamicDependency"];

    private static readonly HashSet<string> MethodNames = [.. Loaders.Select(name => name.Substring(name.LastIndexOf('.') + 1))];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { } own) return;
        var known = new Lazy<HashSet<string>>(() => new(
            context.Compilation.SourceModule.ReferencedAssemblies.Select(assembly => assembly.Name).Concat(own.Assemblies).Append(context.Compilation.AssemblyName ?? ""),
            StringComparer.OrdinalIgnoreCase));
        // Calls are many and loads are few: a file that holds none of these words is not looked at further.
        context.RegisterSemanticModelAction(model => CheckFile(model, own, known));
        context.RegisterSymbolAction(symbol => CheckImport(symbol, own), SymbolKind.Method);
    }

    private static void CheckFile(SemanticModelAnalysisContext context, OwnUnit own, Lazy<HashSet<string>> known)
    {
        var text = context.SemanticModel.SyntaxTree.GetText(context.CancellationToken).ToString();
        if (!Array.Exists(Hints, hint => text.IndexOf(hint, StringComparison.Ordinal) >= 0)) return;
        foreach (var node in context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodes())
        {
            if (node is InvocationExpressionSyntax called && MethodNames.Contains(NameOf(called.Expression)))
            {
                if (context.SemanticModel.GetOperation(called, context.CancellationToken) is IInvocationOperation call) CheckCall(context, call, own, known);
            }
            else if (node is AttributeSyntax attribute && Attributes.Contains(Attributed(attribute.Name)))
            {
                CheckAttribute(context, attribute, own, known);
            }
            else if (node is BaseObjectCreationExpressionSyntax created && context.SemanticModel.GetOperation(created, context.CancellationToken) is IObjectCreationOperation creation)
            {
                CheckName(context, creation, own, known);
            }
        }
    }

    private static string Attributed(NameSyntax name)
    {
        var text = (name is QualifiedNameSyntax qualified ? qualified.Right : name is AliasQualifiedNameSyntax alias ? alias.Name : name).ToString();
        return text.EndsWith("Attribute", StringComparison.Ordinal) ? text.Substring(0, text.Length - "Attribute".Length) : text;
    }

    private static void CheckAttribute(SemanticModelAnalysisContext context, AttributeSyntax attribute, OwnUnit own, Lazy<HashSet<string>> known)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        for (var at = 0; at < arguments.Count; at++)
        {
            if (context.SemanticModel.GetConstantValue(arguments[at].Expression, context.CancellationToken).Value is not string text) continue;
            // A member's signature, a type, and an assembly of its own.
            var isAssembly = Attributed(attribute.Name) is "DynamicDependency" && at == 2;
            Judge(context, arguments[at].Expression, text, isType: !isAssembly, own, known);
        }
    }

    private static string NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static void CheckCall(SemanticModelAnalysisContext context, IInvocationOperation call, OwnUnit own, Lazy<HashSet<string>> known)
    {
        var method = call.TargetMethod;
        if (!MethodNames.Contains(method.Name) || !Loaders.Contains($"{method.ContainingType.ToDisplayString(WithoutArguments)}.{method.Name}")) return;
        // The first argument says what to load, and where there are two, the second says which type of it.
        if (call.Arguments.Length > 0) JudgeArgument(context, call.Arguments[0], isType: method.ContainingType.Name is "Type", own, known);
    }

    private static void CheckName(SemanticModelAnalysisContext context, IObjectCreationOperation creation, OwnUnit own, Lazy<HashSet<string>> known)
    {
        if (creation.Type?.Name is "AssemblyName" && creation.Arguments.Length == 1) JudgeArgument(context, creation.Arguments[0], isType: false, own, known);
    }

    private static void CheckImport(SymbolAnalysisContext context, OwnUnit own)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.IsExtern && !method.IsPartialDefinition) return;
        foreach (var attribute in method.GetAttributes().Where(attribute => attribute.AttributeClass?.Name is "DllImportAttribute" or "LibraryImportAttribute"))
        {
            if (attribute.ConstructorArguments.FirstOrDefault().Value is not string path) continue;
            if (Convention.UnitNamedIn(path) is not { } unit || unit.Equals(own.Identity)) continue;
            var syntax = attribute.ApplicationSyntaxReference!;
            context.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(syntax.SyntaxTree, syntax.Span), path, $"is a file of '{unit}'"));
        }
    }

    private static void JudgeArgument(SemanticModelAnalysisContext context, IArgumentOperation argument, bool isType, OwnUnit own, Lazy<HashSet<string>> known)
    {
        if (TextOf(argument.Value) is { Length: > 0 } text) Judge(context, argument.Value.Syntax, text, isType, own, known);
    }

    private static void Judge(SemanticModelAnalysisContext context, SyntaxNode place, string text, bool isType, OwnUnit own, Lazy<HashSet<string>> known)
    {
        if (Convention.UnitNamedIn(text) is { } unit && !unit.Equals(own.Identity)) Report($"is a file of '{unit}'");
        else if (AssemblyIn(text, isType) is { } name && !known.Value.Contains(name) && !IsOfDotNet(name))
            Report($"names '{name}', which is neither an assembly of '{own.Identity}' nor on its reference list");

        void Report(string fault) => context.ReportDiagnostic(Diagnostic.Create(Rule, place.GetLocation(), text, fault));
    }

    private static string? TextOf(IOperation value) => value.ConstantValue is { HasValue: true, Value: string text }
        ? text
        : value.DescendantsAndSelf().OfType<IUtf8StringOperation>().FirstOrDefault()?.Value ?? FileIn(value);

    // Path.Combine(folder, "Billing.dll"), $"{folder}/Billing.dll": the folder is not known, the file is.
    private static string? FileIn(IOperation value) => value.Descendants()
        .Select(part => part.ConstantValue is { HasValue: true, Value: string text } ? text : null)
        .LastOrDefault(text => text?.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) == true && FilePath.NameOf(text).Length > ".dll".Length);

    // A type's name without an assembly is looked up here and in the core library: nothing foreign can come of it.
    private static string? AssemblyIn(string text, bool isType)
    {
        var type = text.LastIndexOf(']') + 1;
        var comma = text.IndexOf(',', type);
        if (isType) return comma < 0 ? null : text.Substring(comma + 1).Split(',')[0].Trim();
        var name = FilePath.NameOf(comma < 0 ? text : text.Substring(0, comma)).Trim();
        if (name.Length < text.Trim().Length && comma < 0 && !name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)) return null;
        return name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }

    private static bool IsOfDotNet(string name) => name is "mscorlib" or "netstandard" or "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal);
}
