using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Slipway.Analyzers.Boundaries;

namespace Slipway.Analyzers.Tests;

/// <summary>One compilation of a unit, with the stamped assemblies that it links; SLW1001 is what it may answer.</summary>
internal sealed class ForeignAssembly(string unit)
{
    private const string ProjectPath = "/platform/services/ordering/Ordering.csproj";
    private readonly Test _test = new(unit);

    /// <param name="name">The assembly's name.</param>
    /// <param name="stamp">The unit that it is stamped with, or null.</param>
    /// <param name="uses">Assemblies linked before, whose type <c>Thing</c> it derives from.</param>
    public ForeignAssembly Linking(string name, string? stamp, params string[] uses)
    {
        var attribute = stamp is null ? "" : $"[assembly: System.Reflection.AssemblyMetadata(\"Slipway.Unit\", \"{stamp}\")]";
        var fields = string.Concat(uses.Select(used => $"public {used}.Thing? {used}Field;"));
        var project = _test.TestState.AdditionalProjects[name];
        project.Sources.Add($"{attribute} namespace {name}; public class Thing {{ {fields} }}");
        project.AdditionalReferences.AddRange(SdkReferences.All);
        project.AdditionalProjectReferences.AddRange(uses);
        _test.TestState.AdditionalProjectReferences.Add(name);
        return this;
    }

    public ForeignAssembly Allowing(string edges)
    {
        _test.TestState.AdditionalFiles.Add(("/platform/allowed.edges", edges));
        _test.TestState.AnalyzerConfigFiles.Add(("/.edges", "is_global = true\nbuild_property.SlipwayAllowedEdges = /platform/allowed.edges\n"));
        return this;
    }

    public ForeignAssembly WithProjectFile(string text)
    {
        _test.TestState.AdditionalFiles.Add((ProjectPath, text));
        return this;
    }

    public ForeignAssembly Saying(string source)
    {
        _test.TestState.Sources.Add(source);
        return this;
    }

    public Task IsFine() => Run();

    public Task IsRefused() => Run(Refusal(1, 1, 1));

    /// <param name="arguments">The blanks of the message, in their order.</param>
    public Task IsRefusedSaying(params object[] arguments) => Run(Refusal(1, 1, 1).WithArguments(arguments));

    public Task IsRefusedAt(int line, int column, int endColumn) => Run(Refusal(line, column, endColumn));

    private static DiagnosticResult Refusal(int line, int column, int endColumn) =>
        new DiagnosticResult(RuleIds.ForeignAssembly, DiagnosticSeverity.Error).WithSpan(ProjectPath, line, column, line, endColumn);

    private Task Run(params IEnumerable<DiagnosticResult> expected)
    {
        if (_test.TestState.Sources.Count == 0) _test.TestState.Sources.Add("class Order;");
        _test.TestState.ExpectedDiagnostics.AddRange(expected);
        return _test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test : CSharpAnalyzerTest<ForeignAssemblyAnalyzer, DefaultVerifier>
    {
        public Test(string unit)
        {
            ReferenceAssemblies = SdkReferences.None;
            TestBehaviors = TestBehaviors.SkipSuppressionCheck;
            TestState.AdditionalReferences.AddRange(SdkReferences.All);
            TestState.AnalyzerConfigFiles.Add((
                "/.globalconfig",
                $"is_global = true\nbuild_property.SlipwayUnit = {unit}\nbuild_property.MSBuildProjectFullPath = {ProjectPath}\n"));
        }

        protected override ParseOptions CreateParseOptions() =>
            ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Latest);

        protected override CompilationOptions CreateCompilationOptions() =>
            ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);
    }
}
