using System.Text;
using Slipway.Model;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>What every evaluation depends on alike; when it is another, nothing that was kept counts.</summary>
internal static class EvaluationSetting
{
    private static readonly string[] Variables =
    [
        // What SDKs ask for.
        "CI", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "NUGET_PACKAGES", "DOTNET_ROOT", "DirectoryBuildPropsPath", "DirectoryBuildTargetsPath",
        "DirectoryPackagesPropsPath", "CustomBeforeMicrosoftCommonProps", "CustomAfterMicrosoftCommonProps", "CustomBeforeMicrosoftCommonTargets",
        "CustomAfterMicrosoftCommonTargets", "BaseIntermediateOutputPath", "MSBuildProjectExtensionsPath", "Platform", "RuntimeIdentifier",
        // What is read of an evaluation, and a variable would set.
        "AssemblyName", "TargetFramework", "TargetFrameworks", "OutputType", "IsTestProject", "SlipwayTests", "RestorePackagesWithLockFile",
        "NuGetLockFilePath", "ManagePackageVersionsCentrally", "CentralPackageTransitivePinningEnabled",
    ];

    public static Digest Of(string root, string configuration)
    {
        var text = new StringBuilder("slipway evaluations 3\n")
            .Append(typeof(EvaluationSetting).Module.ModuleVersionId).Append('\n')
            .Append(root).Append('\n')
            .Append(configuration).Append('\n')
            .AppendJoin('\n', Installed("sdk")).Append('\n')
            .AppendJoin('\n', Installed("sdk-manifests")).Append('\n')
            .AppendJoin('\n', Set()).Append('\n');
        return Digest.Of(text.ToString());
    }

    // MSBuild does not tell names apart by case.
    private static IEnumerable<string> Set() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => Variables.Contains(name, StringComparer.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal).Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}");

    private static IEnumerable<string> Installed(string below)
    {
        var folder = Path.Join(ProjectFolders.DotNet, below);
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
    }
}
