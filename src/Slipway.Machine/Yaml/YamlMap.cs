using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Machine.Yaml;

/// <summary>
/// A map, and the questions to ask of it. A question about a key that is absent gives null; one about a value of the wrong sort gives
/// null and a problem. When all questions are asked, <see cref="RejectUnknownKeys"/> finds what nobody asked for.
/// </summary>
public sealed class YamlMap : YamlNode
{
    private readonly SortedSet<string> _asked = new(StringComparer.Ordinal);

    internal YamlMap(ImmutableArray<YamlEntry> entries, YamlPlace place)
        : base(place) => Entries = entries;

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<YamlEntry> Entries { get; }

    public override string Kind => "a map";

    /// <summary>The value of a key, which is known from now on; null when it is absent.</summary>
    public YamlNode? this[string key]
    {
        get
        {
            _asked.Add(key);
            return Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
        }
    }

    public bool Has(string key) => this[key] is not null;

    public string? String(string key) => Scalar(key, "a text")?.AsString(Name(key));

    public string? RequiredString(string key) => Present(key) ? String(key) : null;

    public bool? Bool(string key) => Scalar(key, "true or false")?.AsBool(Name(key));

    public int? Int(string key, int least = int.MinValue, int most = int.MaxValue) => Scalar(key, "a whole number")?.AsInt(Name(key), least, most);

    public double? Number(string key) => Scalar(key, "a number")?.AsNumber(Name(key));

    public DateOnly? Date(string key) => Scalar(key, "a date as 2026-12-31")?.AsDate(Name(key));

    public DateOnly? RequiredDate(string key) => Present(key) ? Date(key) : null;

    /// <summary>A text out of a closed set.</summary>
    public string? Enum(string key, params ReadOnlySpan<string> allowed)
    {
        if (String(key) is not { } text) return null;
        if (allowed.Contains(text)) return text;
        var words = allowed.ToArray();
        this[key]!.Report(
            YamlCodes.NotAllowed,
            $"{Name(key)} is '{text}'; allowed: {string.Join(", ", words)}.",
            Spelling.Nearest(text, words) is { } near ? $"did you mean '{near}'?" : $"write one of: {string.Join(", ", words)}");
        return null;
    }

    public YamlList? List(string key) => Typed<YamlList>(key, "a list");

    public YamlList? RequiredList(string key) => Present(key) ? List(key) : null;

    /// <summary>The texts of a list; none when the key is absent.</summary>
    public ImmutableArray<YamlScalar> Strings(string key) => List(key)?.Strings(Name(key)) ?? [];

    public YamlMap? Map(string key) => Typed<YamlMap>(key, "a map");

    public YamlMap? RequiredMap(string key) => Present(key) ? Map(key) : null;

    /// <summary>The maps of a list; none when the key is absent.</summary>
    public ImmutableArray<YamlMap> Maps(string key) => List(key)?.Maps(Name(key)) ?? [];

    /// <summary>A problem for each key that was never asked for, with the nearest one that was.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var entry in Entries.Where(entry => !_asked.Contains(entry.Key.Text)))
        {
            var near = Spelling.Nearest(entry.Key.Text, _asked);
            entry.Key.Report(
                YamlCodes.UnknownKey,
                $"The key '{entry.Key.Text}' is unknown here; allowed: {string.Join(", ", _asked)}.",
                near is null ? "remove it" : $"did you mean '{near}'?");
        }
    }

    private bool Present(string key)
    {
        if (Has(key)) return true;
        Report(YamlCodes.MissingKey, $"The key '{key}' is missing here.", $"add '{key}: ...'");
        return false;
    }

    private YamlScalar? Scalar(string key, string wanted) => Typed<YamlScalar>(key, wanted);

    private T? Typed<T>(string key, string wanted)
        where T : YamlNode
    {
        var node = this[key];
        if (node is not null and not T) node.ReportType(Name(key), wanted);
        return node as T;
    }

    private static string Name(string key) => $"'{key}'";
}
