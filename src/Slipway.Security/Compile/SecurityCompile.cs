using System.Collections.Immutable;
using System.Security;
using System.Text;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Security.Compile;

/// <summary>
/// A compile of its own that looks for nothing but security findings. It links what the ordinary build has left in place, so typecheck
/// comes first, and it writes below its own folder and nowhere else.
/// </summary>
public sealed record SecurityCompile
{
    private SecurityCompile()
    {
    }

    /// <summary>The projects, relative to the platform's root: everything of .NET but tests, which are not shipped.</summary>
    public required ImmutableArray<Project> Projects { get; init; }

    /// <summary>Properties that hold for all projects.</summary>
    public required ImmutableSortedDictionary<string, string> Properties { get; init; }

    /// <summary>Where reports and intermediate files go, absolute. A project's own folder below it is its path without the extension.</summary>
    public required string Folder { get; init; }

    /// <summary>The platform's root, absolute.</summary>
    public required string Root { get; init; }

    /// <summary>Describes the compile of some units; nothing is written yet.</summary>
    /// <param name="platform">Gives root and configuration.</param>
    /// <param name="units">Those to look at; units that are not .NET have nothing to compile.</param>
    /// <param name="tools">What <see cref="SecurityTools.EnsureAsync"/> gave.</param>
    /// <param name="folder">Absolute, and this compile's alone.</param>
    public static SecurityCompile Of(Platform platform, IEnumerable<Unit> units, SecurityTools tools, string folder) => new()
    {
        Root = platform.Root,
        Folder = folder,
        Projects = [.. units.Where(unit => unit.Toolchain == Toolchain.DotNet).SelectMany(unit => unit.Projects).Where(IsShipped)],
        Properties = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            ["Configuration"] = platform.Settings.Configuration,
            ["CustomAfterMicrosoftCommonTargets"] = tools.Targets,
            ["SlipwaySecurityAnalyzers"] = tools.Analyzers ?? "",
            // The references are there already; their reference assemblies would be looked for in our folder.
            ["BuildProjectReferences"] = "false",
            ["ProduceReferenceAssembly"] = "false",
        }),
    };

    /// <summary>The report that the compile leaves of one project.</summary>
    public string ReportOf(Project project) => Path.Combine(FolderOf(project), "security.sarif");

    /// <summary>Removes what an earlier compile left, writes the project that compiles all of them, and says how to run it.</summary>
    /// <remarks>An exit code other than 0 means that something did not compile or a rule crashed: not that there are findings.</remarks>
    public ProcessRequest Prepare()
    {
        foreach (var project in Projects.Where(project => Directory.Exists(FolderOf(project)))) Directory.Delete(FolderOf(project), recursive: true);
        var all = Path.Combine(Folder, "security.proj");
        AtomicFile.WriteAllText(all, Text());
        return ProcessRequest.For("dotnet", "msbuild", all, "-nologo", "-v:q", "-m", "-nodeReuse:false") with { WorkingDirectory = Root };
    }

    /// <summary>Whether a project is looked at.</summary>
    public static bool IsShipped(Project project) =>
        project.Toolchain == Toolchain.DotNet && project.Role is ProjectRole.Library or ProjectRole.Entry or ProjectRole.Migrator or ProjectRole.Tool;

    private string FolderOf(Project project) => Path.Combine(Folder, Path.ChangeExtension(project.Path, null));

    private string Text()
    {
        var text = new StringBuilder("<Project>\n  <ItemGroup>\n");
        foreach (var project in Projects)
        {
            // A project of several frameworks is looked at once, in its newest.
            var framework = project.TargetFramework is { } one ? $";TargetFramework={one}" : "";
            text.Append("    <SecurityProject Include=\"").Append(Xml(Path.Combine(Root, project.Path))).Append("\" AdditionalProperties=\"IntermediateOutputPath=")
                .Append(Xml(FolderOf(project))).Append('/').Append(framework).Append("\" />\n");
        }
        text.Append("  </ItemGroup>\n  <Target Name=\"Build\">\n    <MSBuild Projects=\"@(SecurityProject)\" Targets=\"SlipwaySecurityCompile\" BuildInParallel=\"true\" Properties=\"")
            .Append(Xml(string.Join(';', Properties.Select(property => $"{property.Key}={property.Value}")))).Append("\" />\n  </Target>\n</Project>\n");
        return text.ToString();
    }

    private static string Xml(string text) => SecurityElement.Escape(text);
}
