using Slipway.Model.Units;

namespace Slipway.Boundaries.Edges;

/// <summary>Who may use what of whom today. What nothing allows is refused.</summary>
/// <param name="today">The day on which allowances are held against their last.</param>
internal sealed class Permissions(DateOnly today)
{
    public DateOnly Today { get; } = today;

    /// <summary>The allowance of <c>unit.yaml</c>, whether or not its day has passed: of several the longest.</summary>
    public static AllowedEdge? AllowanceOf(Unit user, Unit owner) =>
        user.AllowedEdges.Where(edge => edge.To == owner.Name).MaxBy(edge => edge.Until);

    public bool IsAllowedForNow(Unit user, Unit owner) => AllowanceOf(user, owner) is { } allowance && Today <= allowance.Until;

    /// <summary>Whether a unit may use all of another.</summary>
    public bool IsOpen(Unit user, Unit owner) =>
        user.Id == owner.Id || IsAllowedForNow(user, owner) || (owner.Kind == UnitKind.Package && IsVisible(user, owner));

    /// <summary>Whether a unit may use this project of another.</summary>
    public bool IsOpen(Unit user, Unit owner, Project project) =>
        IsOpen(user, owner) || (IsVisible(user, owner) && project.IsExposed);

    /// <summary>Whether a unit may use this file of another.</summary>
    public bool IsOpen(Unit user, Unit owner, string path) =>
        IsOpen(user, owner) || (IsVisible(user, owner) && Exposures.Hold(owner, path));

    public static bool IsVisible(Unit user, Unit owner) => owner.Visibility is not { } names || names.Contains(user.Name);
}
