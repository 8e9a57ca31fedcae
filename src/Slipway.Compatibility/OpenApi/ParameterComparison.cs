using Slipway.Compatibility.Documents;
using Slipway.Compatibility.Rules;
using Slipway.Compatibility.Schemas;

namespace Slipway.Compatibility.OpenApi;

/// <summary>What callers say beside the body.</summary>
internal static class ParameterComparison
{
    public static void Compare(Operation before, Operation after, Findings findings)
    {
        var (old, now) = (before.Parameters(), after.Parameters());
        var added = now.Where(parameter => !old.ContainsKey(parameter.Key)).ToDictionary();
        foreach (var (key, parameter) in old)
        {
            if (now.TryGetValue(key, out var kept)) Same(parameter, kept, findings);
            else if (added.Keys.Where(other => other.Name.Equals(key.Name, StringComparison.OrdinalIgnoreCase)).Cast<(string In, string Name)?>().FirstOrDefault() is { } moved && added.Remove(moved, out var there))
                findings.Add(OperationRules.ParameterMoved, there.Pointer, $"{Words(parameter)} is looked for in {moved.In} now");
            else findings.Add(OperationRules.ParameterRemoved, parameter.Pointer, $"{Words(parameter)} is gone");
        }
        foreach (var parameter in added.Values.Where(IsRequired)) findings.Add(OperationRules.RequiredParameterAdded, parameter.Pointer, $"{Words(parameter)} is new, and required");
    }

    private static void Same(Spot before, Spot after, Findings findings)
    {
        if (!IsRequired(before) && IsRequired(after)) findings.Add(OperationRules.ParameterBecameRequired, after.Pointer, $"{Words(after)} is required now");
        if (Style(before) is var style && style != Style(after)) findings.Add(OperationRules.ParameterStyleChanged, after.Pointer, $"{Words(after)} was written as {style} and is {Style(after)}");
        var comparer = new ShapeComparer(Audience.Sender);
        comparer.Compare(SchemaOf(before), SchemaOf(after), "its value");
        findings.Add(comparer.Found, RequestRules.Of, Words(after));
    }

    private static bool IsRequired(Spot parameter) => parameter.Flag("required") || parameter.Text("in") == "path";

    private static string Style(Spot parameter)
    {
        var style = parameter.Text("style") ?? (parameter.Text("in") is "query" or "cookie" ? "form" : "simple");
        var explode = parameter.Member("explode") is { } said ? said.Value.ValueKind == System.Text.Json.JsonValueKind.True : style == "form";
        return explode ? $"{style}, exploded" : style;
    }

    private static Spot? SchemaOf(Spot parameter) =>
        parameter.Member("schema") ?? parameter.Member("content")?.Members().Select(content => content.Spot.Member("schema")).FirstOrDefault();

    private static string Words(Spot parameter) => $"the {parameter.Text("in")} parameter '{parameter.Text("name")}'";
}
