using Microsoft.CodeAnalysis.Text;

namespace Slipway.Analyzers.Units;

/// <summary>
/// A unit's own part of the platform's map, as the pipeline writes it: a first line <c>slipway.map 1</c>, then lines of a key, a blank and a
/// value. Nothing in it speaks of another unit but what this one allows itself, so a new unit changes nobody else's.
/// </summary>
internal sealed class UnitMap
{
    public const string FirstLine = "slipway.map 1";

    private static readonly HashSet<string> Keys =
    [
        "unit", "folder", "assembly", "allow", "database", "schema", "service",
        "expose-project", "expose-package", "expose-namespace", "visible-to",
    ];

    private readonly ILookup<string, string> _values;

    private UnitMap(ILookup<string, string> values) => _values = values;

    public UnitIdentity? Unit => UnitIdentity.From(_values["unit"].FirstOrDefault());

    /// <summary>Its folders, from the platform's root.</summary>
    public IEnumerable<string> Folders => _values["folder"];

    /// <summary>The names of its assemblies, tests among them.</summary>
    public IEnumerable<string> Assemblies => _values["assembly"];

    /// <summary>The units that it may use although the rule says no. Whoever writes the map leaves out what has expired: a compiler has no clock.</summary>
    public IEnumerable<UnitIdentity> Allowed => _values["allow"].Select(UnitIdentity.From).OfType<UnitIdentity>();

    /// <summary>Whether it owns a database.</summary>
    public bool HasDatabase => _values["database"].Any();

    /// <summary>The schemas of its database.</summary>
    public IEnumerable<string> Schemas => _values["schema"];

    /// <summary>For apps only: the names of the platform's services, which are also their hosts.</summary>
    public IEnumerable<string> Services => _values["service"];

    public IEnumerable<string> Namespaces => _values["expose-namespace"];

    /// <returns>The map, or null and what is wrong with which line.</returns>
    public static UnitMap? Read(SourceText text, out string? fault)
    {
        var lines = text.Lines.Select(line => line.ToString().Trim()).ToArray();
        fault = lines.Length > 0 && lines[0] == FirstLine ? null : $"its first line is not '{FirstLine}'";
        var read = new List<(string Key, string Value)>();
        for (var index = 1; index < lines.Length && fault is null; index++)
        {
            if (lines[index].Length == 0) continue;
            var blank = lines[index].IndexOf(' ');
            var key = blank < 0 ? lines[index] : lines[index].Substring(0, blank);
            if (blank < 0 || !Keys.Contains(key)) fault = $"line {index + 1} says '{lines[index]}', which is no key with a value";
            else read.Add((key, lines[index].Substring(blank + 1).Trim()));
        }
        var map = new UnitMap(read.ToLookup(pair => pair.Key, pair => pair.Value));
        if (fault is null && map.Unit is null) fault = "it names no unit";
        return fault is null ? map : null;
    }
}
