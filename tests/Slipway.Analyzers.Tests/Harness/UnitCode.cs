using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Slipway.Analyzers.Tests.Harness;

/// <summary>
/// One compilation of a unit as the targets of the package would have it: a project <c>/repo/services/ordering/Ordering.csproj</c>, the facts
/// and the map beside it, the stamped assemblies that it links. Where a diagnostic is due, the source marks it.
/// </summary>
internal sealed class UnitCode<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public const string Root = "/repo";
    private readonly Test _test = new();
    private readonly List<string> _facts;
    private string? _map;

    public UnitCode(string unit)
    {
        Project = unit is "" ? "/repo/tests/Outside.csproj" : $"/repo/{unit}/Ordering.csproj";
        _facts = ["slipway.facts 1", $"root\t{Root}", $"project\t{Project}", $"unit\t{(unit is "" ? "outside/tests" : unit)}", "assembly\tOrdering", "assembly\tOrdering.Tests"];
        if (unit is not "") Stamp = $"[assembly: System.Reflection.AssemblyMetadata(\"Slipway.Unit\", \"{unit}\")]";
    }

    public string Project { get; }

    /// <summary>What the targets compile into the unit; empty once it has been stripped.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Links an assembly that holds this source.</summary>
    public UnitCode<TAnalyzer> Linking(string name, string source, params string[] uses)
    {
        var project = _test.TestState.AdditionalProjects[name];
        project.Sources.Add(($"/0/{name}.cs", source));
        project.AdditionalReferences.AddRange(SdkReferences.All);
        project.AdditionalProjectReferences.AddRange(uses);
        _test.TestState.AdditionalProjectReferences.Add(name);
        return this;
    }

    public UnitCode<TAnalyzer> Fact(params string[] lines)
    {
        _facts.AddRange(lines);
        return this;
    }

    /// <param name="lines">What follows on the map's first lines.</param>
    public UnitCode<TAnalyzer> Map(params string[] lines)
    {
        _map = string.Join('\n', ["slipway.map 1", .. lines]) + "\n";
        return this;
    }

    public UnitCode<TAnalyzer> MapText(string? text)
    {
        _map = text;
        return this;
    }

    public UnitCode<TAnalyzer> WithProjectFile(string text)
    {
        _test.TestState.AdditionalFiles.Add((Project, text));
        return this;
    }

    /// <param name="source">With <c>[|marks|]</c> where the rule speaks, or <c>{|#0:marks|}</c> for <see cref="Expect(int, string)"/>.</param>
    /// <param name="path">Of the file.</param>
    public UnitCode<TAnalyzer> Saying(string source, string? path = null)
    {
        _test.TestState.Sources.Add((path ?? $"{Path.GetDirectoryName(Project)}/Code{_test.TestState.Sources.Count}.cs", source));
        return this;
    }

    public UnitCode<TAnalyzer> Expect(int mark, string message)
    {
        _test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(new TAnalyzer().SupportedDiagnostics[0]).WithLocation(mark).WithMessage(message));
        return this;
    }

    public UnitCode<TAnalyzer> Expect(DiagnosticResult result)
    {
        _test.TestState.ExpectedDiagnostics.Add(result);
        return this;
    }

    /// <summary>Expects the rule to speak of the project file.</summary>
    public UnitCode<TAnalyzer> ExpectAt(int line, int column, int endColumn, string? message = null)
    {
        var rule = new TAnalyzer().SupportedDiagnostics[0];
        var result = new DiagnosticResult(rule.Id, rule.DefaultSeverity).WithSpan(Project, line, column, line, endColumn);
        return Expect(message is null ? result : result.WithMessage(message));
    }

    public Task IsSo()
    {
        if (_test.TestState.Sources.Count == 0) Saying("class Order;");
        if (Stamp is not "") _test.TestState.Sources.Add(($"{Path.GetDirectoryName(Project)}/obj/Slipway.Unit.g.cs", Stamp));
        var folder = Path.GetDirectoryName(Project);
        var properties = $"build_property.MSBuildProjectFullPath = {Project}\nbuild_property.SlipwayFacts = {folder}/obj/slipway.facts\n";
        _test.TestState.AdditionalFiles.Add(($"{folder}/obj/slipway.facts", string.Join('\n', _facts) + "\n"));
        if (_map is not null)
        {
            properties += "build_property.SlipwayMap = /repo/artifacts/slipway.map\n";
            _test.TestState.AdditionalFiles.Add(("/repo/artifacts/slipway.map", _map));
        }
        _test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + properties));
        return _test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = SdkReferences.None;
            TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
            CompilerDiagnostics = CompilerDiagnostics.Errors;
            TestState.AdditionalReferences.AddRange(SdkReferences.All);
            TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        }

        protected override ParseOptions CreateParseOptions() =>
            ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Latest).WithDocumentationMode(DocumentationMode.Diagnose);

        protected override CompilationOptions CreateCompilationOptions() =>
            ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable).WithAllowUnsafe(true);
    }
}
