using System.Collections.Immutable;
using Microsoft.Build.Execution;

namespace Slipway.Workspace.DotNet;

/// <summary>Reads what the platform needs out of MSBuild's evaluations of one file.</summary>
internal static class EvaluationReader
{
    private static readonly string[] Programs = ["Exe", "WinExe"];
    private static readonly string[] Moves = ["CopyToOutputDirectory", "CopyToPublishDirectory", "Pack", "PackagePath"];
    private static readonly string[] FileProperties = ["AssemblyOriginatorKeyFile", "ApplicationManifest", "ApplicationIcon", "CompilerResponseFile", "Win32Resource"];

    /// <param name="file">Absolute.</param>
    /// <param name="evaluations">The outer evaluation and, with several target frameworks, one for each of them; in any order.</param>
    /// <param name="exists">Whether there is a file.</param>
    /// <param name="ignored">Files in its folder that git does not list, absolute.</param>
    public static EvaluatedProject Read(string file, IEnumerable<ProjectInstance> evaluations, Predicate<string> exists, IReadOnlyCollection<string> ignored)
    {
        // The newest framework speaks first and the outer evaluation last; MSBuild's own order is that of its threads.
        var instances = evaluations.OrderByDescending(instance => FrameworkRank.Of(instance.GetPropertyValue("TargetFramework")))
            .ThenBy(instance => instance.GetPropertyValue("TargetFramework"), StringComparer.Ordinal)
            // What a project says by itself comes before what others made of it.
            .ThenBy(instance => instance.GlobalProperties.Count)
            .ThenBy(instance => string.Join(';', instance.GlobalProperties.OrderBy(property => property.Key, StringComparer.Ordinal)), StringComparer.Ordinal)
            .ToList();
        var outputs = Values(instances, "OutputType").ToList();
        return new()
        {
            File = file,
            AssemblyName = Values(instances, "AssemblyName").FirstOrDefault(),
            TargetFramework = NewestFramework(instances),
            OutputType = outputs.Find(output => Programs.Contains(output, StringComparer.OrdinalIgnoreCase)) ?? outputs.FirstOrDefault(),
            IsTestProject = bool.TryParse(Values(instances, "IsTestProject").FirstOrDefault(), out var isTest) ? isTest : null,
            IsHosted = IsTrue(instances, "UsingMicrosoftNETSdkWeb") || IsTrue(instances, "UsingMicrosoftNETSdkWorker"),
            Tests = Values(instances, "SlipwayTests").FirstOrDefault(),
            References = Sorted(Items(instances, "ProjectReference").Select(FullPath)),
            Packages = Sorted(Items(instances, "PackageReference").Select(item => item.EvaluatedInclude)),
            CentralPackages = Sorted(Items(instances, "PackageReference").Where(NamesNoVersion).Select(item => item.EvaluatedInclude)),
            PinsTransitively = IsTrue(instances, "CentralPackageTransitivePinningEnabled"),
            Imports = Sorted(instances.SelectMany(instance => instance.ImportPaths)),
            LockFile = NuGetLockFile.Of(file, property => Values(instances, property).FirstOrDefault(), exists),
            Linked = Linked(instances, Path.GetDirectoryName(file)!, ignored),
        };
    }

    // Of whatever sort: sources, schemas, protocol files. Items that are no files "lie" in the project's own folder.
    private static ImmutableArray<string> Linked(List<ProjectInstance> instances, string folder, IReadOnlyCollection<string> ignored)
    {
        var own = folder + Path.DirectorySeparatorChar;
        var unlisted = ignored.ToHashSet(StringComparer.Ordinal);
        return Sorted(instances
            .SelectMany(instance => instance.Items)
            .Where(item => item.ItemType != "ProjectReference")
            .Select(item => (Item: item, Path: FullPath(item)))
            .Where(pair => !pair.Path.StartsWith(own, StringComparison.Ordinal) || (unlisted.Contains(pair.Path) && !IsIdle(pair.Item)))
            .Select(pair => pair.Path)
            .Concat(Named(instances).Select(path => Path.GetFullPath(path.Replace('\\', '/'), folder))));
    }

    // What is shown beside the sources, and goes nowhere.
    private static bool IsIdle(ProjectItemInstance item) => item.ItemType == "None"
        && Moves.All(move => item.GetMetadataValue(move) is "" or "Never" || string.Equals(item.GetMetadataValue(move), "false", StringComparison.OrdinalIgnoreCase));

    // Whose path is no item's.
    private static IEnumerable<string> Named(List<ProjectInstance> instances) => Items(instances, "Reference").Select(item => item.GetMetadataValue("HintPath"))
        .Concat(FileProperties.SelectMany(property => Values(instances, property))).Where(path => path.Length > 0);

    private static IEnumerable<string> Values(IEnumerable<ProjectInstance> instances, string property) =>
        instances.Select(instance => instance.GetPropertyValue(property)).Where(value => value.Length > 0);

    private static bool IsTrue(IEnumerable<ProjectInstance> instances, string property) =>
        Values(instances, property).Any(value => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<ProjectItemInstance> Items(IEnumerable<ProjectInstance> instances, string type) =>
        instances.SelectMany(instance => instance.GetItems(type));

    private static bool NamesNoVersion(ProjectItemInstance item) =>
        item.GetMetadataValue("VersionOverride").Length == 0 && item.GetMetadataValue("Version").Length == 0;

    private static string FullPath(ProjectItemInstance item) => item.GetMetadataValue("FullPath");

    private static ImmutableArray<string> Sorted(IEnumerable<string> texts) =>
        [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string? NewestFramework(IEnumerable<ProjectInstance> instances) => instances
        .SelectMany(instance => (instance.GetPropertyValue("TargetFrameworks") + ";" + instance.GetPropertyValue("TargetFramework"))
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .OrderByDescending(FrameworkRank.Of).ThenBy(framework => framework, StringComparer.Ordinal)
        .FirstOrDefault();
}
