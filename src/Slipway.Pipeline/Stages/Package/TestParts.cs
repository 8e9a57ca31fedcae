using System.Collections.Immutable;
using Slipway.Artifacts.Releases;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>
/// Puts the integration tests of a service with a migration bundle into its release, so that the next one's schema can be tried with the code of
/// this one. They are no part of the image.
/// </summary>
internal static class TestParts
{
    /// <summary>The part of a release that they lie in: a folder for each program, with its name.</summary>
    public const string Part = "tests";

    /// <summary>The programs that a release takes along; none for a unit without a migration bundle.</summary>
    public static IEnumerable<Project> Of(Unit unit) => unit.Toolchain == Toolchain.DotNet && unit.ProjectsOf(ProjectRole.Migrator).Any()
        ? unit.ProjectsOf(ProjectRole.IntegrationTests)
        : [];

    public static async Task<ImmutableArray<ReleasePart>> BuildAsync(StageContext context, string folder, CancellationToken cancellation)
    {
        var projects = Of(context.Unit).ToArray();
        foreach (var project in projects)
        {
            // The reference assemblies that Microsoft.AspNetCore.Mvc.Testing adds are for compiling views at run time, and as large as all the rest.
            // And they link the bundle, as code and not as a program, even where that brings .NET along and they do not.
            await DotNetParts.PublishAsync(
                context, $"{Part}/{project.Name}", project, folder, cancellation,
                "-p:IsPublishable=true", "-p:PreserveCompilationContext=false", "-p:ValidateExecutableReferencesMatchSelfContained=false");
        }
        return projects.Length == 0 ? [] : [new ReleasePart(Part, Path.Combine(folder, Part))];
    }
}
