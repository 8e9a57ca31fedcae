using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Slipway.Analyzers.Tests.Harness;

/// <summary>Every rule of the package at once on one compilation of <c>services/ordering</c>: for what is asked of many programs, not of one rule.</summary>
internal static class Probe
{
    private const string Project = "/repo/services/ordering/Ordering.csproj";

    // The targets write both into one folder.
    private const string Facts = "/repo/services/ordering/obj/slipway.facts";

    public static CSharpParseOptions Syntax { get; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithDocumentationMode(DocumentationMode.Diagnose);

    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The rules that the package holds, found as a compiler finds them.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } =
    [
        .. typeof(RuleIds).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Compiles an assembly in memory, as metadata, as every reference of a real build is.</summary>
    public static MetadataReference Assembly(string name, string source, params MetadataReference[] references)
    {
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source, Syntax)], [.. SdkReferences.All, .. references], Options);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray(), filePath: $"/repo/lib/{name}.dll");
    }

    public static CSharpCompilation Compile(string source, params MetadataReference[] references) => CSharpCompilation.Create(
        "Ordering",
        [
            CSharpSyntaxTree.ParseText(source, Syntax, "/repo/services/ordering/Code.cs", System.Text.Encoding.UTF8),
            CSharpSyntaxTree.ParseText(Stamped.Attribute("Unit", "services/ordering"), Syntax, "/repo/services/ordering/obj/Slipway.Unit.g.cs"),
        ],
        [.. SdkReferences.All, .. references],
        Options);

    /// <returns>What the rules report, suppressed or not, in the order of places.</returns>
    public static async Task<ImmutableArray<Diagnostic>> Judge(CSharpCompilation compilation, params string[] map)
    {
        var found = await compilation.WithAnalyzers(Rules, Told(map)).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>What the targets and the map tell the rules.</summary>
    public static CompilationWithAnalyzersOptions Told(params string[] map) =>
        new(
            new AnalyzerOptions(
                [
                    new Text(Facts, $"slipway.facts 1\nroot\t/repo\nproject\t{Project}\nunit\tservices/ordering\nassembly\tOrdering\n"),
                    new Text("/repo/slipway.map", string.Join('\n', ["slipway.map 1", "unit services/ordering", "folder services/ordering", "assembly Ordering", .. map])),
                ],
                new Properties()),
            onAnalyzerException: (exception, analyzer, _) => throw new InvalidOperationException(analyzer.ToString(), exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Properties : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.MSBuildProjectFullPath" => Project,
                "build_property.SlipwayFacts" => Facts,
                "build_property.SlipwayMap" => "/repo/slipway.map",
                _ => null,
            };
            return value is not null;
        }
    }
}
