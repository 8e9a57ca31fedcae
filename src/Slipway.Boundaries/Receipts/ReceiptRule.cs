using System.Collections.Immutable;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Receipts;

/// <summary>Holds a receipt against what must have happened: every core rule loaded, and nothing of ours kept from being said.</summary>
public static class ReceiptRule
{
    private const string Waive = "Remove it: a reference that has to stay for a time goes into allowedEdges of unit.yaml, with reason and last day.";

    /// <param name="project">Whose compile it was.</param>
    /// <param name="receipt">Null where there is none of this compile, or it cannot be read.</param>
    /// <param name="relative">Makes a path of the receipt one from the platform's root.</param>
    public static ImmutableArray<Finding> Check(Project project, Receipt? receipt, Func<string, string> relative)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(relative);
        if (receipt is null)
            return [Off(project, $"The compile of '{project.Path}' left no receipt, so nobody knows whether its analyzers ran")];
        var missing = CoreRules.Ids.Where(id => !receipt.Rules.Contains(id)).ToList();
        return
        [
            .. missing.Count == 0 ? Enumerable.Empty<Finding>()
                : [Off(project, missing.Count == CoreRules.Ids.Length ? $"No rule of {CoreRules.Package} ran in the compile of '{project.Path}'" : $"{string.Join(", ", missing)} did not run in the compile of '{project.Path}'")],
            .. receipt.Suppressed.Where(result => IsOurs(result.Rule)).Select(result => Found.At(
                RuleIds.Suppressed, result.File is null ? project.Path : relative(result.File), result.Line, result.Column,
                $"A finding of {result.Rule} is suppressed here ({result.How}), and no waiver says so", Waive)),
            .. receipt.Lowered.Where(IsOurs).Order(StringComparer.Ordinal).Select(id => Found.At(
                RuleIds.Suppressed, project.Path, null, null, $"The severity of {id} was lowered for the compile of '{project.Path}', and no waiver says so", Waive)),
        ];
    }

    // 4xxx are the security stage's, which counts its own waivers.
    private static bool IsOurs(string rule) => rule.StartsWith("SLW", StringComparison.Ordinal) && !rule.StartsWith("SLW4", StringComparison.Ordinal);

    private static Finding Off(Project project, string message) => Found.At(
        RuleIds.AnalyzersOff, project.Path, null, null, message,
        $"Let the project have {CoreRules.Package} (a GlobalPackageReference), with a compiler that can load it, and without a switch that keeps it from running.");
}
