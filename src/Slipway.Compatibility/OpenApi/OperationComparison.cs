using Slipway.Compatibility.Rules;

namespace Slipway.Compatibility.OpenApi;

/// <summary>One operation then and now.</summary>
internal static class OperationComparison
{
    public static void Compare(Operation before, Operation after, Findings findings)
    {
        if (before.Spot.Text("operationId") is { } id && id != after.Spot.Text("operationId"))
            findings.Add(OperationRules.OperationIdChanged, $"{after.Spot.Pointer}/operationId", $"its id was '{id}' and is {(after.Spot.Text("operationId") is { } now ? $"'{now}'" : "gone")}");
        ParameterComparison.Compare(before, after, findings);
        RequestBodyComparison.Compare(before.Spot, after.Spot, findings);
        ResponseComparison.Compare(before.Spot, after.Spot, findings);
        SecurityComparison.Compare(before.Spot, after.Spot, findings);
    }
}
