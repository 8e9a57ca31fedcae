using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Typecheck;

/// <summary>The projects that a compile uses and need not compile: their unit's own compile stands, and what it left is in place.</summary>
internal static class GivenProjects
{
    public static IEnumerable<Project> Of(IReadOnlyCollection<StageContext> batch)
    {
        var platform = batch.First().Run.Platform;
        var compiled = batch.Select(context => context.Unit.Id).ToHashSet();
        var used = new ProjectReach(platform).Of(batch.SelectMany(context => context.Unit.DotNetProjects));
        return
            from unit in platform.Units
            where !compiled.Contains(unit.Id)
            let compile = batch.First().Others(unit.Id).GetValueOrDefault(batch.First().Stage)
            where compile is not null
            let context = batch.First() with { Unit = unit }
            from project in unit.DotNetProjects
            where used.Contains(project.Path) && DotNetOutput.IsInPlace(context, project, compile)
            select project;
    }
}
