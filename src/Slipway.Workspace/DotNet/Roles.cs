using Slipway.Model.Units;

namespace Slipway.Workspace.DotNet;

/// <summary>Tells what a .NET project is for from what it says of itself.</summary>
internal static class Roles
{
    private const string MigrationsPackage = "Slipway.Migrations.Runner";

    private static readonly HashSet<string> TestFrameworks = new(
        ["xunit", "xunit.v3", "xunit.v3.mtp-v2", "xunit.v3.mtp-v1", "NUnit", "MSTest", "MSTest.TestFramework", "TUnit", "Microsoft.NET.Test.Sdk"],
        StringComparer.OrdinalIgnoreCase);

    /// <param name="besideHosted">Whether a hosted program is the unit's entry, so that a plain one is a tool.</param>
    public static ProjectRole Of(EvaluatedProject project, UnitKind kind, bool besideHosted)
    {
        if (project.Unreadable is not null) return ProjectRole.Unreadable;
        var name = NameOf(project);
        if (IsTest(project))
        {
            var integrates = project.Tests == "integration" || (project.Tests is null && EndsWith(name, "IntegrationTests"));
            return integrates ? ProjectRole.IntegrationTests : ProjectRole.UnitTests;
        }
        if (!IsProgram(project)) return ProjectRole.Library;
        // A hosted program that links the package marks its migrations with it, and is the service all the same.
        if (EndsWith(name, ".Migrate") || (!project.IsHosted && UsesRunner(project))) return ProjectRole.Migrator;
        return kind is UnitKind.Package || (besideHosted && !project.IsHosted) ? ProjectRole.Tool : ProjectRole.Entry;
    }

    private static bool UsesRunner(EvaluatedProject project) =>
        project.Packages.Contains(MigrationsPackage, StringComparer.OrdinalIgnoreCase) || project.References.Any(file => NameOf(file) == MigrationsPackage);

    public static string NameOf(EvaluatedProject project) => project.AssemblyName ?? NameOf(project.File);

    public static bool IsTest(EvaluatedProject project) =>
        project.IsTestProject ?? (project.Tests is not null || project.Packages.Any(TestFrameworks.Contains));

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static bool IsProgram(EvaluatedProject project) =>
        project.IsHosted || project.OutputType is { } type && (Is(type, "Exe") || Is(type, "WinExe"));

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
