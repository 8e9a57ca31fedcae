using Slipway.Compatibility.Documents;
using Slipway.Compatibility.Rules;
using Slipway.Compatibility.Schemas;

namespace Slipway.Compatibility.OpenApi;

/// <summary>What callers get.</summary>
internal static class ResponseComparison
{
    public static void Compare(Spot before, Spot after, Findings findings)
    {
        var (old, now) = (Of(before), Of(after));
        foreach (var (status, response) in old)
        {
            if (now.TryGetValue(status, out var kept)) Same(status, response, kept, findings);
            else if (IsSuccess(status)) findings.Add(OperationRules.SuccessStatusRemoved, response.Pointer, $"it succeeded with {status} and does not any more");
            else findings.Add(OperationRules.ErrorStatusRemoved, response.Pointer, $"it failed with {status} and does not any more");
        }
        // Where nothing that was known is gone, something new is beside it.
        if (!old.Keys.Where(IsSuccess).All(now.ContainsKey)) return;
        foreach (var (status, response) in now.Where(found => IsSuccess(found.Key) && !old.ContainsKey(found.Key) && old.Keys.Any(IsSuccess)))
            findings.Add(OperationRules.SuccessStatusAdded, response.Pointer, $"it succeeds with {status} too");
    }

    private static Dictionary<string, Spot> Of(Spot operation) => (operation.Member("responses")?.Members() ?? [])
        .GroupBy(response => response.Name.ToUpperInvariant())
        .ToDictionary(same => same.Key, same => same.First().Spot.Document.Resolve(same.First().Spot), StringComparer.Ordinal);

    private static bool IsSuccess(string status) => status.StartsWith('2') || status.StartsWith('3');

    private static void Same(string status, Spot before, Spot after, Findings findings)
    {
        var (old, now) = (MediaTypes.Of(before), MediaTypes.Of(after));
        if (old.Count > 0 && now.Count == 0)
        {
            findings.Add(OperationRules.ResponseBodyRemoved, after.Pointer, $"response {status} has no body any more");
        }
        else
        {
            foreach (var (form, schema) in old) Form(status, form, schema, before, now, findings);
        }
        Headers(status, before, after, findings);
    }

    private static void Form(string status, string form, Spot? schema, Spot before, IReadOnlyDictionary<string, Spot?> now, Findings findings)
    {
        if (MediaTypes.Find(now, form) is not { } kept)
        {
            findings.Add(OperationRules.ResponseMediaTypeRemoved, $"{before.Pointer}/content/{form.Replace("/", "~1", StringComparison.Ordinal)}", $"response {status} is no longer given as {form}");
            return;
        }
        var comparer = new ShapeComparer(Audience.Receiver);
        comparer.Compare(schema, now[kept], "the body");
        findings.Add(comparer.Found, ResponseRules.Of, $"response {status}");
    }

    private static void Headers(string status, Spot before, Spot after, Findings findings)
    {
        var now = (after.Member("headers")?.Members() ?? [])
            .GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().Spot, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, spot) in before.Member("headers")?.Members() ?? [])
        {
            var header = spot.Document.Resolve(spot);
            if (!now.TryGetValue(name, out var found))
            {
                findings.Add(OperationRules.HeaderRemoved, spot.Pointer, $"response {status} has no header {name} any more");
                continue;
            }
            var kept = found.Document.Resolve(found);
            if (header.Flag("required") && !kept.Flag("required")) findings.Add(OperationRules.HeaderBecameOptional, kept.Pointer, $"response {status} does not always have the header {name} any more");
            var comparer = new ShapeComparer(Audience.Receiver);
            comparer.Compare(header.Member("schema"), kept.Member("schema"), "its value");
            findings.Add(comparer.Found, ResponseRules.Of, $"response {status}, header {name}");
        }
    }
}
