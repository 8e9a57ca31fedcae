using Slipway.Compatibility.Documents;
using Slipway.Compatibility.Rules;
using Slipway.Compatibility.Schemas;

namespace Slipway.Compatibility.OpenApi;

/// <summary>What callers send.</summary>
internal static class RequestBodyComparison
{
    public static void Compare(Spot before, Spot after, Findings findings)
    {
        var (old, now) = (before.Resolved("requestBody"), after.Resolved("requestBody"));
        switch (old, now)
        {
            case (null, { } added) when added.Flag("required"):
                findings.Add(OperationRules.RequiredBodyAdded, added.Pointer, "a body is required now");
                break;
            case ({ } removed, null):
                findings.Add(OperationRules.BodyRemoved, removed.Pointer, "the body is read no longer");
                break;
            case ({ } then, { } today):
                if (!then.Flag("required") && today.Flag("required")) findings.Add(OperationRules.BodyBecameRequired, today.Pointer, "the body is required now");
                Content(then, today, findings);
                break;
        }
    }

    private static void Content(Spot before, Spot after, Findings findings)
    {
        var (old, now) = (MediaTypes.Of(before), MediaTypes.Of(after));
        foreach (var (form, schema) in old)
        {
            if (MediaTypes.Find(now, form) is not { } kept)
            {
                findings.Add(OperationRules.RequestMediaTypeRemoved, $"{before.Pointer}/content/{form.Replace("/", "~1", StringComparison.Ordinal)}", $"a body of {form} is refused now");
                continue;
            }
            var comparer = new ShapeComparer(Audience.Sender);
            comparer.Compare(schema, now[kept], "the body");
            findings.Add(comparer.Found, RequestRules.Of, "request");
        }
    }
}
