using System.Collections.Immutable;
using System.Globalization;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Plans;

/// <summary>Turns a platform, a choice of units and the stages of the task graph into a plan.</summary>
public static class Planner
{
    /// <param name="chosen">Names of units; empty chooses all.</param>
    /// <param name="fingerprints">The digest of each unit's own inputs, its dependencies' included.</param>
    /// <param name="toolchain">What builds a unit: SDKs and the host itself.</param>
    /// <param name="left">Stages that come before those and are left out of this run. Default: none.</param>
    /// <param name="within">Of the chosen units only these; null for all.</param>
    /// <param name="run">The run that the plan is for; without it a stage cannot say what decides a unit's outcome beside its inputs.</param>
    /// <exception cref="BadInputException">A chosen unit does not exist, or a stage sees already that it was given something wrong.</exception>
    public static Plan Plan(
        Platform platform,
        ImmutableArray<string> chosen,
        ImmutableArray<PlanStep> steps,
        Func<UnitId, InputScope, Digest> fingerprints,
        Func<Unit, string> toolchain,
        ImmutableArray<PlanStep> left = default,
        ImmutableHashSet<UnitId>? within = null,
        RunContext? run = null)
    {
        var units = Choose(platform, chosen).Where(unit => within is null || within.Contains(unit.Id)).ToImmutableArray();
        if (run is not null) Check(units, steps, run);
        var names = steps.Select(step => step.Name).ToImmutableHashSet();
        var options = steps.Concat(left.IsDefault ? [] : left).ToDictionary(step => step.Name, step => step.Stage.Options(platform));
        return new Plan
        {
            Platform = platform,
            Units = units,
            Steps = steps,
            Nodes = [.. from step in steps from unit in units select Node(step, unit)],
            Beside = [.. from unit in Used(platform, units) from step in steps select Node(step, unit)],
            Assumed = [.. from step in left.IsDefault ? [] : left from unit in units select (Node(step, unit), step)],
        };

        PlanNode Node(PlanStep step, Unit unit) => new()
        {
            Unit = unit.Id,
            Stage = step.Name,
            After = [.. step.After.Where(names.Contains)],
            SkipReason = step.Stage.SkipReason(unit, platform),
            Basis = Surroundings(step, unit)
                .Add(NodeBasis.StageVersion, string.Create(CultureInfo.InvariantCulture, $"{step.Stage.Version} of {step.Stage.GetType().Module.ModuleVersionId}"))
                .Add(NodeBasis.Options, options[step.Name])
                .Add(NodeBasis.Inputs, fingerprints(unit.Id, step.Stage.Reads).ToString())
                .Add(NodeBasis.Toolchain, toolchain(unit)),
        };

        ImmutableSortedDictionary<string, string> Surroundings(PlanStep step, Unit unit)
        {
            var around = run is null ? "" : step.Stage.OptionsFor(unit, run);
            return around.Length == 0 ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary<string, string>.Empty.Add(NodeBasis.Surroundings, around);
        }
    }

    private static void Check(ImmutableArray<Unit> units, ImmutableArray<PlanStep> steps, RunContext run)
    {
        var problems = from unit in units from step in steps where step.Stage.SkipReason(unit, run.Platform) is null from problem in step.Stage.Problems(unit, run) select problem;
        if (problems.ToArray() is { Length: > 0 } all) throw new BadInputException(all);
    }

    private static IEnumerable<Unit> Used(Platform platform, ImmutableArray<Unit> units)
    {
        if (units.Length == platform.Units.Length) return [];
        var uses = platform.Uses();
        var used = units.SelectMany(unit => Platform.Closure(unit.Id, uses)).Except(units.Select(unit => unit.Id)).ToHashSet();
        return platform.Units.Where(unit => used.Contains(unit.Id));
    }

    internal static ImmutableArray<Unit> Choose(Platform platform, ImmutableArray<string> chosen)
    {
        if (platform.Units.IsEmpty) throw new BadInputException(NoUnits(platform));
        if (chosen.IsEmpty) return platform.Units;
        var problems = chosen.Where(name => Find(platform, name) is null).Select(name => Unknown(platform, name)).ToArray();
        if (problems.Length > 0) throw new BadInputException(problems);
        var ids = chosen.Select(name => Find(platform, name)!.Id).ToHashSet();
        return [.. platform.Units.Where(unit => ids.Contains(unit.Id))];
    }

    private static Problem NoUnits(Platform platform) => new()
    {
        Code = Codes.NoUnits,
        Message = $"The platform {platform.Name} has no units, so there is nothing to prove.",
        Mend = "put a service below services/, an app below apps/ or a package below packages/, or say in platform.yaml where they lie",
    };

    // Both "catalog" and "services/catalog" name a unit.
    private static Unit? Find(Platform platform, string name) =>
        UnitName.TryParse(name, out var parsed) && platform.TryGet(parsed, out var unit)
            ? unit
            : platform.Units.FirstOrDefault(candidate => string.Equals(candidate.Id.ToString(), name, StringComparison.OrdinalIgnoreCase));

    private static Problem Unknown(Platform platform, string name)
    {
        var names = platform.Units.Select(unit => unit.Name.ToString()).ToArray();
        var nearest = Spelling.Nearest(name, names);
        return new Problem
        {
            Code = Codes.UnknownUnit,
            Message = $"There is no unit '{name}' on the platform {platform.Name}.",
            Mend = nearest is null ? $"name one of: {string.Join(", ", names)}" : $"did you mean '{nearest}'? The units are: {string.Join(", ", names)}",
        };
    }
}
