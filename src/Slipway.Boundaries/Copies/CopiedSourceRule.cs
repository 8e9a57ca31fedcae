using Slipway.Boundaries.Edges;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Copies;

/// <summary>
/// Source that two units have in common, though neither may use the other's: an import that left no trace but itself. Which of the two was
/// written first no file says, so each is told where it has it, once for each pair of files.
/// </summary>
internal sealed class CopiedSourceRule
{
    // What more units than that have in common came from a template.
    private const int MostUnits = 8;

    private readonly PlatformInventory _platform;
    private readonly Permissions _permissions;
    private readonly Dictionary<string, List<CodeLine>> _lines = new(StringComparer.Ordinal);
    private readonly ILookup<UnitId, Finding> _findings;

    public CopiedSourceRule(PlatformInventory platform, Permissions permissions, IEnumerable<(Unit Unit, MarkedSource Source)> sources)
    {
        (_platform, _permissions) = (platform, permissions);
        _findings = Pairs([.. sources]).SelectMany(pair => Compare(pair.One, pair.Other)).ToLookup(found => found.Unit, found => found.Finding);
    }

    public IEnumerable<Finding> Check(Unit unit) => _findings[unit.Id];

    // Everyone is compared with the first who has the mark, so that many copies of one source are not as many findings squared.
    private static IEnumerable<((Unit Unit, MarkedSource Source) One, (Unit Unit, MarkedSource Source) Other)> Pairs(List<(Unit Unit, MarkedSource Source)> sources)
    {
        var holders = new Dictionary<ulong, List<int>>();
        for (var at = 0; at < sources.Count; at++)
        {
            foreach (var mark in CodeMarks.Read(sources[at].Source.Marks))
            {
                if (!holders.TryGetValue(mark, out var known)) holders.Add(mark, known = []);
                if (known.Count == 0 || known[^1] != at) known.Add(at);
            }
        }
        return holders.Values.Where(same => same.Count > 1 && same.Select(at => sources[at].Unit.Id).Distinct().Count() is > 1 and <= MostUnits)
            .SelectMany(same => same.Where(at => sources[at].Unit.Id != sources[same[0]].Unit.Id).Select(at => (same[0], at)))
            .Distinct().Order().Select(pair => (sources[pair.Item1], sources[pair.at]));
    }

    private IEnumerable<(UnitId Unit, Finding Finding)> Compare((Unit Unit, MarkedSource Source) one, (Unit Unit, MarkedSource Source) other)
    {
        if (_permissions.IsOpen(one.Unit, other.Unit, other.Source.Path) || _permissions.IsOpen(other.Unit, one.Unit, one.Source.Path)) yield break;
        if (CommonBlock.Of(LinesOf(one.Source.Path), LinesOf(other.Source.Path)) is not { } block) yield break;
        yield return (one.Unit.Id, Found(one.Source.Path, block.Line, other.Unit, other.Source.Path, block.Count));
        yield return (other.Unit.Id, Found(other.Source.Path, block.OtherLine, one.Unit, one.Source.Path, block.Count));
    }

    private static Finding Found(string file, int line, Unit other, string otherFile, int count) => Inventory.Found.At(
        RuleIds.CopiedSource, file, line, null,
        $"'{file}' and '{otherFile}' of '{other.Id}' are the same for {count} lines: what was copied over a boundary is an import that no tool sees, and a fix in one does not reach the other",
        "Move what both need into a package, or let each have what it needs alone.", Severity.Note);

    private List<CodeLine> LinesOf(string path) => _lines.TryGetValue(path, out var known) ? known
        : _lines[path] = CodeLines.Of(UnitInventory.Read(Path.Join(_platform.Map.Platform.Root, path)) ?? "");
}
