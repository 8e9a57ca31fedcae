using Slipway.Boundaries.Inventory;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Tests.Harness;

/// <summary>A platform of a few words: <c>services/catalog</c> has the project <c>services/catalog/Catalog.csproj</c>.</summary>
internal sealed class SamplePlatform : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-boundaries-").FullName;
    private readonly SortedDictionary<UnitId, Unit> _units = [];
    private readonly List<Edge> _edges = [];
    private readonly List<string> _strays = [];
    private readonly List<string> _submodules = [];

    public static UnitId Id(string text)
    {
        var parts = text.Split('/');
        var kind = parts[0] switch { "services" => UnitKind.Service, "apps" => UnitKind.App, _ => UnitKind.Package };
        return new(kind, UnitName.Parse(parts[1]));
    }

    public SamplePlatform With(string unit, Func<Unit, Unit>? change = null)
    {
        var file = $"{unit}/{char.ToUpperInvariant(Id(unit).Name.Lower[0])}{Id(unit).Name.Lower[1..]}.csproj";
        return Add(unit, Toolchain.DotNet, file, Path.GetFileNameWithoutExtension(file), change);
    }

    public SamplePlatform WithNode(string unit, string package) => Add(unit, Toolchain.Node, $"{unit}/package.json", package, null);

    /// <param name="route"><c>services/ordering → packages/helpers → services/catalog</c>.</param>
    public SamplePlatform Using(string route)
    {
        var ends = route.Split(" → ").Select(Id).ToArray();
        foreach (var (from, to) in ends.Zip(ends.Skip(1)))
        {
            foreach (var end in new[] { from, to }.Where(end => !_units.ContainsKey(end))) With(end.ToString());
            var project = _units[from].Projects[0];
            _edges.Add(new(from, to, [project.Path]));
            _units[from] = _units[from] with { Projects = [project with { References = project.References.Add(_units[to].Projects[0].Path) }, .. _units[from].Projects.Skip(1)] };
        }
        return this;
    }

    public SamplePlatform Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public SamplePlatform Write(string file, byte[] content)
    {
        Write(file, "");
        File.WriteAllBytes(Path.Combine(_root, file), content);
        return this;
    }

    public SamplePlatform Link(string link, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, link))!);
        Directory.CreateSymbolicLink(Path.Combine(_root, link), target);
        return this;
    }

    /// <summary>A repository within the repository, of which git lists its place alone.</summary>
    public SamplePlatform Submodule(string path)
    {
        _submodules.Add(path);
        return this;
    }

    public string Root => _root;

    /// <summary>Where what was found may be kept: beside the platform, for it is none of its files.</summary>
    public string Keep => _root + ".kept.json";

    /// <summary>Projects of no unit.</summary>
    public SamplePlatform Stray(string project)
    {
        _strays.Add(project);
        return Write(project, "<Project />");
    }

    /// <returns><c>SLW1004 services/ordering/Ordering.csproj</c>: whoever checks a rule seldom needs more.</returns>
    public string[] Rules() => [.. Findings().Where(finding => finding.Severity != Severity.Note).Select(finding => $"{finding.Id} {finding.File}").Distinct()];

    public Finding[] Findings(string? keep = null) =>
        [.. new BoundaryChecker(new StoppedClock(Now)).Check(Platform(), Files(), keep).Select(found => found.Finding)];

    public IReadOnlyList<ListedFile> Files() =>
    [
        .. FileTree.Files(_root, folder => Path.GetFileName(folder) is not "node_modules").Select(path => new FileInfo(Path.Combine(_root, path)).LinkTarget is { } target
            ? new ListedFile(path, target, "120000")
            : new ListedFile(path, Digest.Of(File.ReadAllBytes(Path.Combine(_root, path))).ToString(), "100644")),
        .. _submodules.Select(path => new ListedFile(path, "0123456789abcdef", "160000")),
    ];

    public Platform Platform() => new() { Name = "sample", Root = _root, Units = [.. _units.Values], Edges = [.. _edges], Strays = [.. _strays] };

    /// <returns>One line a finding, and its mend.</returns>
    public string[] Check() => [.. Findings().Select(finding => $"{finding}\n  mend: {finding.Mend}")];

    public void Dispose()
    {
        Directory.Delete(_root, recursive: true);
        File.Delete(Keep);
    }

    private SamplePlatform Add(string unit, Toolchain toolchain, string file, string name, Func<Unit, Unit>? change)
    {
        var plain = new Unit
        {
            Id = Id(unit),
            Toolchain = toolchain,
            Root = unit,
            Folders = [unit],
            Projects = [new() { Path = file, Name = name, Role = ProjectRole.Entry, Toolchain = toolchain }],
        };
        _units[plain.Id] = change?.Invoke(plain) ?? plain;
        return this;
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
