using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Edges;

/// <summary>An allowance for an edge that is not there is an open door.</summary>
internal sealed class AllowanceRule(Platform platform)
{
    private readonly ILookup<UnitId, UnitId> _uses = platform.Uses();

    /// <param name="unit">The unit.</param>
    /// <param name="alsoUsed">Units that it uses by a way that the graph does not show, and that the allowance covers.</param>
    public IEnumerable<Finding> Check(Unit unit, IReadOnlySet<UnitName> alsoUsed)
    {
        if (unit.AllowedEdges.IsEmpty) yield break;
        var used = Platform.Closure(unit.Id, _uses).Select(id => id.Name).ToHashSet();
        foreach (var allowance in unit.AllowedEdges.Where(allowance => !used.Contains(allowance.To) && !alsoUsed.Contains(allowance.To)))
        {
            yield return new()
            {
                Id = RuleIds.StaleAllowance,
                Severity = Severity.Warning,
                Message = $"'{unit.Id}' allows itself a reference to '{allowance.To}' that it does not have",
                File = $"{unit.Root}/unit.yaml",
                Mend = "Remove the entry: what is not allowed cannot come back unseen.",
            };
        }
    }
}
