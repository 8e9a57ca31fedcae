using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Tests;

/// <summary>A platform of a few words: <c>services/catalog</c> has the project <c>services/catalog/Catalog.csproj</c>.</summary>
internal sealed class SamplePlatform : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-boundaries-").FullName;
    private readonly SortedDictionary<UnitId, Unit> _units = [];
    private readonly List<Edge> _edges = [];

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
            _edges.Add(new(from, to, [_units[from].Projects[0].Path]));
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

    /// <returns>One line a finding, and its mend.</returns>
    public string[] Check()
    {
        var platform = new Platform { Name = "sample", Root = _root, Units = [.. _units.Values], Edges = [.. _edges] };
        return [.. new BoundaryChecker(new StoppedClock(Now)).Check(platform).Select(found => $"{found.Finding}\n  mend: {found.Finding.Mend}")];
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

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
