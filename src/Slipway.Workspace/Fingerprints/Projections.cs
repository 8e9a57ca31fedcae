using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Model;
using Slipway.Model.Units;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// Lets what many units share enter only as far as a unit reads it: the versions of its own packages, the npm packages in its reach, the
/// settings that concern it, and of YAML what it says and not how it is laid out. What cannot be taken apart enters whole.
/// </summary>
internal sealed class Projections(ImmutableSortedDictionary<string, InputFile> files, FileContents contents)
{
    private readonly ConcurrentDictionary<string, Lazy<object?>> _read = new(StringComparer.Ordinal);

    private enum Form
    {
        Whole,
        CentralVersions,
        NodeLock,
        Yaml,
    }

    /// <summary>Whether units may read a part of this file only.</summary>
    public static bool Hold(string path) => FormOf(path) != Form.Whole;

    public IEnumerable<Input> Of(Unit unit, InputFile file, InputScope scope) => (FormOf(file.Path) switch
    {
        Form.CentralVersions => OfVersions(unit, file),
        Form.NodeLock => OfNodeLock(unit, file),
        Form.Yaml when scope != InputScope.Bytes || file.Path == PlatformLocator.FileName => OfYaml(unit, file, scope),
        _ => null,
    }) ?? [Whole(file)];

    private static Form FormOf(string path) => path[(path.LastIndexOf('/') + 1)..] switch
    {
        var name when name.Equals(CentralVersions.FileName, StringComparison.OrdinalIgnoreCase) => Form.CentralVersions,
        "package-lock.json" or "npm-shrinkwrap.json" => Form.NodeLock,
        "unit.yaml" or PlatformLocator.FileName => Form.Yaml,
        _ => Form.Whole,
    };

    private static Input Whole(InputFile file) => new(file.Path, $"{file.Mode} {file.ContentId}");

    private IEnumerable<Input>? OfVersions(Unit unit, InputFile file)
    {
        if (Read(file, CentralVersions.Read) is not { } central) return null;
        var used = central.Versions.Where(version => unit.Projects.Any(project => Resolves(project, version.Key)));
        return used.OrderBy(version => version.Key, StringComparer.OrdinalIgnoreCase)
            .Select(version => new Input($"package {version.Key} in {file.Path}", version.Value))
            .Prepend(new($"all but versions in {file.Path}", Digest.Of(central.Rest).ToString()));
    }

    // A version of the central file counts for the packages that a project asks for itself; for those that others bring along only
    // where it pins them, and which these are is written in its lock file alone.
    private bool Resolves(Project project, string package) => project switch
    {
        { Toolchain: not Toolchain.DotNet } => false,
        { Unreadable: not null } => true,
        _ when project.CentralPackages.Contains(package, StringComparer.OrdinalIgnoreCase) => true,
        { PinsTransitively: false } => false,
        _ => LockOf(project)?.Contains(package) ?? true,
    };

    private ImmutableHashSet<string>? LockOf(Project project) =>
        files.TryGetValue($"{project.Folder}/packages.lock.json", out var file) ? Read(file, LockedPackages.Read) : null;

    private IEnumerable<Input>? OfNodeLock(Unit unit, InputFile file)
    {
        if (Read(file, NodeLock.Read) is not { } locked) return null;
        var folder = file.Path[..Math.Max(0, file.Path.LastIndexOf('/'))];
        var members = unit.Projects.Where(project => project.Toolchain == Toolchain.Node).Select(project => project.Folder).ToArray();
        if (members.Length == 0) return null;
        var reached = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (locked.ReachedFrom(Path.GetRelativePath("/" + folder, "/" + member) is var path and not "." ? path : "") is not { } packages) return null;
            foreach (var (place, what) in packages) reached[place] = what;
        }
        return reached.Select(package => new Input($"{(package.Key.Length == 0 ? "the root" : package.Key)} in {file.Path}", package.Value));
    }

    private IEnumerable<Input>? OfYaml(Unit unit, InputFile file, InputScope scope)
    {
        if (Read(file, PlainYaml.Read) is not { } map) return null;
        return map.Entries.Where(entry => file.Path != PlatformLocator.FileName || Concerns(unit, entry.Key.Text, scope))
            .Select(entry => new Input($"{entry.Key.Text} in {file.Path}", Short(PlainYaml.Of(entry.Value))))
            .OrderBy(input => input.Name, StringComparer.Ordinal);
    }

    private static bool Concerns(Unit unit, string key, InputScope scope) => key switch
    {
        "name" => false,
        // Where something goes changes nothing in it.
        "publish" => false,
        // Their values are inputs of their own.
        "variables" => false,
        // A program on another image is another release, and the same code.
        "baseImage" => scope == InputScope.Everything && unit is { Kind: not UnitKind.Package, Toolchain: Toolchain.DotNet },
        "nodeBaseImage" => scope == InputScope.Everything && unit.Server is not null,
        _ => true,
    };

    private static string Short(string text) => text.Length <= 200 ? text : Digest.Of(text).ToString();

    private T? Read<T>(InputFile file, Func<string, T?> read)
        where T : class =>
        (T?)_read.GetOrAdd(file.Path, _ => new(() => contents.Read(file, read))).Value;
}
