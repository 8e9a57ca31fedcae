using System.Collections.Immutable;
using Slipway.Evidence.Sboms;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Package.Sboms;

/// <summary>What a unit's release is made of: packages, code of other units, .NET or Node, the base image, the migration bundle.</summary>
internal static class UnitSbom
{
    /// <summary>The property that names the unit whose code something is.</summary>
    public const string UnitProperty = "slipway:unit";

    public static Sbom Of(StageContext context, UnitLayout layout)
    {
        var unit = context.Unit;
        var (components, direct) = unit.Toolchain == Toolchain.Node ? Node(context, layout) : DotNet(context, layout);
        return new()
        {
            Subject = new()
            {
                Reference = SbomReference.Platform(unit.Id.ToString()),
                Kind = unit.Kind == UnitKind.Package ? "library" : "application",
                Name = unit.Name.ToString(),
                Properties = ImmutableSortedDictionary<string, string>.Empty.Add(UnitProperty, unit.Id.ToString()),
                DependsOn = direct,
            },
            Components = components,
        };
    }

    private static (ImmutableArray<SbomComponent> Components, ImmutableArray<string> Direct) Node(StageContext context, UnitLayout layout)
    {
        var packages = NpmComponents.Of(context);
        if (layout.Base is null) return packages;
        var below = BaseComponents.Of(layout);
        var used = below.Where(component => component.Kind is "platform" or "container").Select(component => component.Reference);
        return (new MergedComponents().Add(below).Add(packages.Components).ToImmutable(), [.. packages.Direct, .. used]);
    }

    private static (ImmutableArray<SbomComponent> Components, ImmutableArray<string> Direct) DotNet(StageContext context, UnitLayout layout)
    {
        var below = BaseComponents.Of(layout);
        var frameworks = below.Where(component => component.Kind == "framework").Select(component => component.Reference).ToImmutableArray();
        var program = NuGetComponents.Of(context, Shipped(context.Unit), frameworks);
        var all = new MergedComponents().Add(below).Add(program.Components);
        List<string> direct = [.. program.Direct, .. frameworks, .. below.Where(component => component.Kind == "container").Select(component => component.Reference)];
        if (context.Unit.ProjectsOf(ProjectRole.Migrator).ToArray() is [var migrator, ..])
        {
            var bundle = NuGetComponents.Of(context, [migrator], frameworks);
            all.Add(bundle.Components).Add([Bundle(context, migrator, [.. bundle.Direct, .. frameworks])]);
            direct.Add(SbomReference.Bundle);
        }
        return (all.ToImmutable(), [.. direct.Distinct(StringComparer.Ordinal)]);
    }

    private static Project[] Shipped(Unit unit) =>
        [.. unit.ProjectsOf(unit.Kind == UnitKind.Package ? ProjectRole.Library : ProjectRole.Entry).Where(project => project.Toolchain == Toolchain.DotNet)];

    private static SbomComponent Bundle(StageContext context, Project migrator, ImmutableArray<string> needs) => new()
    {
        Reference = SbomReference.Bundle,
        Kind = "application",
        Name = migrator.Name,
        Properties = ImmutableSortedDictionary<string, string>.Empty.Add(UnitProperty, context.Unit.Id.ToString()),
        DependsOn = needs,
    };
}
