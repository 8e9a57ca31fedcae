using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Slipway.Analyzers.Tests.Harness;

/// <summary>A rule and its fix on one file: applied to the first place, and to all at once.</summary>
internal sealed class Mended<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private const string Project = "/repo/services/ordering/Ordering.csproj";

    public Mended(string unit = "services/ordering")
    {
        ReferenceAssemblies = SdkReferences.None;
        TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        // A rule that speaks at the end of a compilation is not what an editor asks while one types; a fix may be asked for all the same.
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
        TestState.AdditionalReferences.AddRange(SdkReferences.All);
        TestState.AdditionalFiles.Add((
            "/repo/facts",
            $"slipway.facts 1\nroot\t/repo\nproject\t{Project}\nunit\t{unit}\nassembly\tOrdering\nassembly\tTestProject\n"));
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.MSBuildProjectFullPath = {Project}\nbuild_property.SlipwayFacts = /repo/facts\n"));
    }

    /// <summary>Links an assembly that holds this source.</summary>
    public Mended<TAnalyzer, TFix> Linking(string name, string source, params string[] uses)
    {
        foreach (var state in new[] { TestState, FixedState })
        {
            var project = state.AdditionalProjects[name];
            project.Sources.Add(($"/0/{name}.cs", source));
            project.AdditionalReferences.AddRange(SdkReferences.All);
            project.AdditionalProjectReferences.AddRange(uses);
            state.AdditionalProjectReferences.Add(name);
        }
        return this;
    }

    public Task IsMended(string before, string after)
    {
        TestState.Sources.Add(("/repo/services/ordering/Code.cs", before));
        FixedState.Sources.Add(("/repo/services/ordering/Code.cs", after));
        return RunAsync(TestContext.Current.CancellationToken);
    }

    protected override Microsoft.CodeAnalysis.ParseOptions CreateParseOptions() => ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Latest);
}
