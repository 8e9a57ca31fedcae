using System.Collections.Immutable;

namespace Slipway.Machine.Yaml;

/// <summary>A list.</summary>
public sealed class YamlList : YamlNode
{
    internal YamlList(ImmutableArray<YamlNode> items, YamlPlace place)
        : base(place) => Items = items;

    public ImmutableArray<YamlNode> Items { get; }

    public override string Kind => "a list";

    /// <summary>The items that are scalars holding a text; a problem for each other one.</summary>
    public ImmutableArray<YamlScalar> Strings(string what) =>
        [.. Of<YamlScalar>($"an item of {what}", "a text").Where(item => item.AsString($"an item of {what}") is not null)];

    /// <summary>The items that are maps; a problem for each other one.</summary>
    public ImmutableArray<YamlMap> Maps(string what) => [.. Of<YamlMap>($"an item of {what}", "a map")];

    private IEnumerable<T> Of<T>(string what, string wanted)
        where T : YamlNode
    {
        foreach (var item in Items)
        {
            if (item is T fits) yield return fits;
            else item.ReportType(what, wanted);
        }
    }
}
