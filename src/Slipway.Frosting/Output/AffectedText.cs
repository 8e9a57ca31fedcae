using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Affected;

namespace Slipway.Frosting.Output;

/// <summary>Which units a change affects, and why: for people, or as JSON.</summary>
internal static class AffectedText
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static IEnumerable<string> Lines(Platform platform, string reference, AffectedSet affected)
    {
        if (affected.EverythingBecause is { } why)
        {
            yield return $"Every unit counts as affected: {why}.";
            yield break;
        }
        yield return $"Affected since {reference} (at {affected.Base![..10]}): {affected.Units.Length} of {platform.Units.Length} units";
        var width = affected.Units.IsEmpty ? 0 : affected.Units.Max(unit => unit.Id.ToString().Length);
        foreach (var unit in affected.Units) yield return $"  {unit.Id.ToString().PadRight(width)}  {Because(unit.Because)}";
    }

    public static string Json(string reference, AffectedSet affected) => JsonSerializer.Serialize(
        new
        {
            Since = reference,
            affected.Base,
            affected.EverythingBecause,
            Units = affected.Units.Select(unit => new
            {
                Unit = unit.Id.ToString(),
                Because = unit.Because.Select(change => new { change.Name, change.Then, change.Now, Through = change.Through.Select(id => id.ToString()) }),
            }),
        },
        Indented);

    private static string Because(ImmutableArray<InputChange> changes) => changes switch
    {
        [] => "",
        [var only] => Told(only),
        [var first, .. var others] => $"{Told(first)}, and {others.Length} more",
    };

    private static string Told(InputChange change) => change.Name + Through(change.Through);

    /// <summary>By which other units an input reaches the first of them; empty for its own.</summary>
    public static string Through(ImmutableArray<UnitId> way) => way.Length < 2 ? "" : $", through {string.Join(" and ", way.Skip(1))}";
}
