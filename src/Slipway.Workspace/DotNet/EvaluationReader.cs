using System.Collections.Immutable;
using Microsoft.Build.Execution;

namespace Slipway.Workspace.DotNet;

/// <summary>Reads what the platform needs out of MSBuild's evaluations of one file.</summary>
internal static class EvaluationReader
{
    private static readonly string[] InputItems = ["Compile", "Content", "None", "EmbeddedResource", "AdditionalFiles", "EditorConfigFiles", "GlobalAnalyzerConfigFiles"];

    /// <param name="instances">The outer evaluation and, with several target frameworks, one for each of them.</param>
    public static EvaluatedProject Read(string file, IReadOnlyList<ProjectInstance> instances) => new()
    {
        File = file,
        AssemblyName = First(instances, "AssemblyName"),
        TargetFramework = NewestFramework(instances),
        OutputType = First(instances, "OutputType"),
        IsTestProject = bool.TryParse(First(instances, "IsTestProject"), out var isTest) ? isTest : null,
        IsHosted = IsTrue(instances, "UsingMicrosoftNETSdkWeb") || IsTrue(instances, "UsingMicrosoftNETSdkWorker"),
        Tests = First(instances, "SlipwayTests"),
        References = Items(instances, "ProjectReference", item => item.GetMetadataValue("FullPath")),
        Packages = Items(instances, "PackageReference", item => item.EvaluatedInclude),
        Imports = [.. instances.SelectMany(instance => instance.ImportPaths).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Linked = Linked(instances, Path.GetDirectoryName(file) + Path.DirectorySeparatorChar),
    };

    private static ImmutableArray<string> Linked(IReadOnlyCollection<ProjectInstance> instances, string folder) =>
    [
        .. InputItems.SelectMany(type => Items(instances, type, item => item.GetMetadataValue("FullPath")))
            .Where(path => !path.StartsWith(folder, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static string? First(IEnumerable<ProjectInstance> instances, string property) =>
        instances.Select(instance => instance.GetPropertyValue(property)).FirstOrDefault(value => value.Length > 0);

    private static bool IsTrue(IEnumerable<ProjectInstance> instances, string property) =>
        string.Equals(First(instances, property), "true", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<string> Items(
        IEnumerable<ProjectInstance> instances, string type, Func<ProjectItemInstance, string> select) =>
        [.. instances.SelectMany(instance => instance.GetItems(type)).Select(select).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string? NewestFramework(IEnumerable<ProjectInstance> instances) => instances
        .SelectMany(instance => (instance.GetPropertyValue("TargetFrameworks") + ";" + instance.GetPropertyValue("TargetFramework"))
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .MaxBy(FrameworkRank.Of);
}
