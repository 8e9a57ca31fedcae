using Slipway.Compatibility.Documents;
using Slipway.Compatibility.Rules;

namespace Slipway.Compatibility.OpenApi;

/// <summary>
/// Compares what a service promised with what it would promise now. Callbacks and webhooks are not judged: there the service calls others.
/// </summary>
public static class OpenApiComparer
{
    /// <summary>Every rule of the catalogue that is broken. Documents that cannot be read are reported, never thrown.</summary>
    /// <param name="released">The document that was released.</param>
    /// <param name="today">The one that would be.</param>
    public static Comparison Compare(ContractText released, ContractText today)
    {
        try
        {
            var (before, after) = (OpenApiDocument.Read(released), OpenApiDocument.Read(today));
            var findings = new Findings();
            foreach (var path in before.Paths) Paths(path.First(), after.Paths[path.Key].Cast<(string Name, Spot Spot)?>().FirstOrDefault(), findings);
            findings.Operation = null;
            Servers(before.Root, after.Root, findings);
            SecurityComparison.Schemes(before.Root, after.Root, findings);
            return new() { Changes = [.. findings.All], Differs = !Meaning.IsSame(before.Root.Document, after.Root.Document) };
        }
        catch (UnreadableContractException fault)
        {
            return new() { Problems = [fault.Problem] };
        }
    }

    private static void Paths((string Name, Spot Spot) before, (string Name, Spot Spot)? after, Findings findings)
    {
        var then = before.Spot.Document.Resolve(before.Spot);
        if (after is not { } found)
        {
            findings.Operation = null;
            findings.Add(OperationRules.PathRemoved, before.Spot.Pointer, $"the path {before.Name} is gone, and with it {string.Join(", ", OpenApiDocument.OperationsOf(then).Select(operation => operation.Method))}");
            return;
        }
        var today = found.Spot.Document.Resolve(found.Spot);
        var now = OpenApiDocument.OperationsOf(today).ToDictionary(operation => operation.Method, operation => operation.Spot);
        foreach (var (method, operation) in OpenApiDocument.OperationsOf(then))
        {
            findings.Operation = $"{method} {before.Name}";
            if (now.TryGetValue(method, out var kept)) OperationComparison.Compare(new(before.Name, then, operation), new(found.Name, today, kept), findings);
            else findings.Add(OperationRules.OperationRemoved, operation.Pointer, "the operation is gone");
        }
    }

    private static void Servers(Spot before, Spot after, Findings findings)
    {
        var served = Urls(after).ToHashSet(StringComparer.Ordinal);
        foreach (var url in Urls(before).Where(url => !served.Contains(url)))
            findings.Add(OperationRules.ServerRemoved, "#/servers", $"nothing is served at {url} any more");
    }

    private static IEnumerable<string> Urls(Spot root) => root.Member("servers")?.Elements().Select(server => server.Text("url")).OfType<string>().Select(url => url.TrimEnd('/')) ?? [];
}
