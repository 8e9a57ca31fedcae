using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.OpenApi;

/// <summary>One operation with the path that it hangs on.</summary>
/// <param name="Path">As it is written.</param>
/// <param name="Item">What stands at the path.</param>
/// <param name="Spot">What stands at the method.</param>
internal sealed record Operation(string Path, Spot Item, Spot Spot)
{
    /// <summary>Its parameters and the path's, its own first, by place and name; in a path by position, since nobody sends that name.</summary>
    public IReadOnlyDictionary<(string In, string Name), Spot> Parameters()
    {
        var names = Route.Of(Path).Names;
        var found = new Dictionary<(string, string), Spot>();
        foreach (var element in (Spot.Member("parameters")?.Elements() ?? []).Concat(Item.Member("parameters")?.Elements() ?? []))
        {
            var parameter = element.Document.Resolve(element);
            var (place, name) = (parameter.Text("in"), parameter.Text("name"));
            if (place is null || name is null) throw element.Document.Fault(element, "should be a parameter with 'name' and 'in'");
            found.TryAdd((place, place switch { "header" => name.ToLowerInvariant(), "path" => $"{{{names.IndexOf(name)}}}", _ => name }), parameter);
        }
        return found;
    }
}
