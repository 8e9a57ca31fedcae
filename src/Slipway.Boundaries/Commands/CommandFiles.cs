using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipway.Boundaries.Inventory;
using Slipway.Boundaries.Projects;
using Slipway.Boundaries.Scripts;

namespace Slipway.Boundaries.Commands;

/// <summary>Files that hold commands: those that are known by their names, and those that a build calls.</summary>
internal static partial class CommandFiles
{
    private static readonly HashSet<string> Events = new(["PreBuildEvent", "PostBuildEvent", "PreLinkEvent"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<ListedFile> Of(UnitInventory unit)
    {
        var called = Called(unit).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return unit.Files.Concat(unit.Platform.Unowned.Where(file => called.Contains(file.Path)))
            .Where(file => !file.IsLink && (Named.IsMatch(file.Name) || called.Contains(file.Path)) && !ProjectFile.IsOne(file.Path) && file.Name != "package.json");
    }

    /// <summary>Whether an element of a project file holds commands: the task, and the properties that MSBuild runs as one.</summary>
    public static bool IsCommand(XElement element) => ProjectFile.Is(element, "Exec") || Events.Contains(element.Name.LocalName);

    /// <summary>The commands of a manifest, each with its place.</summary>
    public static IEnumerable<(string Command, int Offset)> OfManifest(string text) => JsonText.Leaves(text).Where(leaf => leaf.IsBelow("scripts")).Select(leaf => (leaf.Value, leaf.Offset));

    // What an Exec or a manifest's script runs, its own or one that lies with no unit.
    private static IEnumerable<string> Called(UnitInventory unit)
    {
        var ofProjects = from file in unit.Projects.Files
                         from element in file.File.Elements
                         where IsCommand(element)
                         from text in element.Attributes().Select(attribute => attribute.Value).Append(element.Value)
                         from folder in UnitProjects.BasesOf(file.File, unit.Unit).Append(file.File.Folder)
                         select (folder, text);
        var ofManifests = from file in unit.Files
                          where !file.IsLink && file.Name == "package.json"
                          let text = unit.Text(file.Path)
                          where text is not null
                          from script in OfManifest(text)
                          select (folder: file.Folder, text: script.Command);
        return from command in ofProjects.Concat(ofManifests)
               from word in command.text.Split([' ', '"', '\'', ';', '&', '|'], StringSplitOptions.RemoveEmptyEntries)
               where Runnable.IsMatch(word)
               let path = RepositoryPath.Resolve(command.folder, Directory.Replace(word, ""))
               where path is not null
               select path;
    }

    [GeneratedRegex("""\.(?:sh|bash|zsh|ps1|psm1|cmd|bat|py|mk|dockerfile|tf)\z|\A(?:Makefile|GNUmakefile|justfile|(?:Dockerfile|Containerfile)[\w.-]*|[\w.-]*compose[\w.-]*\.ya?ml|nuget\.config|\.npmrc|\.yarnrc\.yml|pnpm-workspace\.yaml|Taskfile\.ya?ml|Chart\.yaml|kustomization\.ya?ml)\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named { get; }

    [GeneratedRegex("""\.(?:sh|bash|zsh|ps1|cmd|bat|py|rb|pl|[cm]?[jt]s|csx|fsx)\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Runnable { get; }

    [GeneratedRegex("""^\$\((?:MSBuildThisFileDirectory|MSBuildProjectDirectory|ProjectDir)\)[/\\]?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Directory { get; }
}
