using System.Collections.Immutable;
using Slipway.Frosting.CommandLine;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Workspace.Affected;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Frosting.Hosting;

/// <summary>Which units a change lets run: those that <c>--since</c> finds affected, all where nobody asked.</summary>
/// <param name="Within">The affected units; null for no restriction.</param>
/// <param name="Notice">What to say about it; null where there is nothing to say.</param>
internal sealed record UnitChoice(ImmutableHashSet<UnitId>? Within, string? Notice)
{
    /// <exception cref="BadInputException">Git does not know what the command line names.</exception>
    public static async Task<UnitChoice> MakeAsync(HostArguments arguments, Platform platform, UnitFingerprints inputs, CancellationToken cancellation)
    {
        if (arguments.Since is { } named) return Of(platform, named, await AffectedUnits.SinceAsync(platform, inputs, named, cancellation));
        if (arguments.AllUnits || !arguments.Units.IsEmpty || PullRequestTarget.Find() is not { } target) return new(null, null);
        try
        {
            return Of(platform, target, await AffectedUnits.SinceAsync(platform, inputs, target, cancellation));
        }
        catch (BadInputException failure)
        {
            // Nobody asked for it, so it stops nobody.
            return new(null, $"Every unit runs: {failure.Problems[0].Message}");
        }
    }

    /// <summary>The choice with the units that have to run although no input of theirs changed.</summary>
    /// <param name="broken">Units whose boundaries are broken.</param>
    public UnitChoice With(ImmutableHashSet<UnitId> broken)
    {
        if (Within is null || broken.Except(Within) is not { IsEmpty: false } more) return this;
        return new(Within.Union(more), $"{Notice} All the same {string.Join(", ", more.Order())} {(more.Count == 1 ? "runs" : "run")}: boundaries are broken there.");
    }

    private static UnitChoice Of(Platform platform, string reference, AffectedSet affected)
    {
        if (affected.EverythingBecause is { } why) return new(null, $"Every unit runs: {why}.");
        var place = $"since {reference} (at {affected.Base![..10]})";
        return new(
            [.. affected.Units.Select(unit => unit.Id)],
            affected.Units.IsEmpty ? $"Nothing is affected {place}: there is nothing to run." : $"{affected.Units.Length} of {platform.Units.Length} units are affected {place}.");
    }
}
