using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Sdks;

/// <summary>SLW7001: no app writes down where a service is. The SDK package knows, and knows what to do when it is not there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceAddressAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ServiceAddress,
        "An app addresses a service by itself instead of through its SDK package",
        "'{0}' addresses the service '{1}' by '{2}': an app calls services through their SDK packages only",
        "Slipway.Sdks",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An SDK package holds the address, the contract, time limits and retries of a service in one place, and its owner keeps it.",
        helpLinkUri: RulePage.Of(RuleIds.ServiceAddress),
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    // Hosts within the cluster: the service's name alone, or with the suffixes of the platform's own network.
    private static readonly Regex Address = new(
        @"\A(https?|https\+http|grpc|dns|wss?)://(?<host>[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*)(:\d+)?(/|\?|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] Schemes = ["http", "grpc", "dns", "ws"];

    private static readonly Regex Inside = new(@"\A(\.[a-z0-9-]+)?\.(svc(\.cluster\.local)?|internal|local|localhost|cluster\.local)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { Identity.IsApp: true, Facts.IsTest: false, Map: { } map } own) return;
        var services = new HashSet<string>(map.Services, StringComparer.OrdinalIgnoreCase);
        context.RegisterSyntaxNodeAction(
            node => Check(node, own, services),
            SyntaxKind.StringLiteralExpression,
            SyntaxKind.Utf8StringLiteralExpression,
            SyntaxKind.InterpolatedStringExpression,
            SyntaxKind.AddExpression);
    }

    private static void Check(SyntaxNodeAnalysisContext context, OwnUnit own, HashSet<string> services)
    {
        if (context.Node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }) return;
        var text = context.Node switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            // Where the path is put in later, the host stands before it.
            InterpolatedStringExpressionSyntax interpolated when interpolated.Contents.FirstOrDefault() is InterpolatedStringTextSyntax first => first.TextToken.ValueText,
            BinaryExpressionSyntax sum => TextOf(sum, context),
            _ => "",
        };
        if (text.IndexOf("://", StringComparison.Ordinal) < 0 || Address.Match(text) is not { Success: true } match) return;
        var host = match.Groups["host"].Value;
        var dot = host.IndexOf('.');
        var name = dot < 0 ? host : host.Substring(0, dot);
        // catalog.example.com is somebody's site; catalog.svc and catalog.shop.svc.cluster.local are ours.
        if (!services.Contains(name) || (dot >= 0 && !Inside.IsMatch(host.Substring(dot)))) return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, context.Node.GetLocation(), own.Identity, name.ToLowerInvariant(), text));
    }

    private static string TextOf(BinaryExpressionSyntax sum, SyntaxNodeAnalysisContext context)
    {
        ExpressionSyntax left = sum;
        while (left is BinaryExpressionSyntax inner) left = inner.Left;
        var beginning = (left as LiteralExpressionSyntax)?.Token.ValueText;
        // Binding is dear: only what may become an address is bound.
        if (beginning is not null && !Array.Exists(Schemes, scheme => BeginsLike(beginning, scheme))) return "";
        return context.SemanticModel.GetConstantValue(sum, context.CancellationToken).Value as string ?? beginning ?? "";
    }

    // Half a scheme may be completed by what is added.
    private static bool BeginsLike(string text, string scheme)
    {
        var length = Math.Min(text.Length, scheme.Length);
        return string.Compare(text, 0, scheme, 0, length, StringComparison.OrdinalIgnoreCase) == 0;
    }
}
