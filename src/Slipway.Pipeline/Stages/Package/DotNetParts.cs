using System.Collections.Immutable;
using Slipway.Artifacts.Releases;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>Publishes what typecheck has compiled; nothing is compiled again.</summary>
internal static class DotNetParts
{
    public static async Task<ImmutableArray<ReleasePart>> BuildAsync(StageContext context, string folder, CancellationToken cancellationToken)
    {
        if (context.Unit.Kind == UnitKind.Package) return [await PackAsync(context, folder, cancellationToken)];
        var parts = ImmutableArray.CreateBuilder<ReleasePart>();
        parts.Add(await PublishAsync(context, "app", Single(context, ProjectRole.Entry, "program"), folder, cancellationToken));
        if (context.Unit.ProjectsOf(ProjectRole.Migrator).Any())
            parts.Add(await PublishAsync(context, "migrate", Single(context, ProjectRole.Migrator, "migration bundle"), folder, cancellationToken));
        return parts.ToImmutable();
    }

    /// <summary>Publishes one program into a folder of its own.</summary>
    /// <param name="part">The folder, below <paramref name="folder"/>.</param>
    /// <param name="properties">Further arguments: <c>-p:Name=value</c>.</param>
    internal static async Task<ReleasePart> PublishAsync(
        StageContext context, string part, Project project, string folder, CancellationToken cancellationToken, params string[] properties)
    {
        var output = Path.Combine(folder, part);
        // What is published for one system is compiled where everything is: the SDK would look for it in a folder of that system's name.
        var result = await RunAsync(
            context,
            ["publish", project.Path, "--no-build", MSBuildProperty.Argument("PublishDir", output + "/"), "-p:AppendRuntimeIdentifierToOutputPath=false", .. properties],
            cancellationToken);
        result.OrFail($"dotnet publish of {project.Path}", Codes.PackageFailed);
        return new ReleasePart(part, output);
    }

    private static async Task<ReleasePart> PackAsync(StageContext context, string folder, CancellationToken cancellationToken)
    {
        var output = Path.Combine(folder, "package");
        foreach (var project in context.Unit.DotNetProjects.Where(project => project.Role == ProjectRole.Library))
        {
            var result = await RunAsync(
                context,
                [
                    "pack", project.Path, "--no-build", MSBuildProperty.Argument("PackageOutputPath", output), "-p:IsPackable=true",
                    $"-p:Version={context.Run.Versions.Of(context.Unit.Id)}", "-p:DeterministicTimestamp=2020-01-01T00:00:00Z",
                    // A commit elsewhere must not change what ships, and NuGet would write its id into the package.
                    "-p:EnableSourceControlManagerQueries=false",
                ],
                cancellationToken);
            result.OrFail($"dotnet pack of {project.Path}", Codes.PackageFailed);
        }
        return Directory.Exists(output) ? new ReleasePart("package", output) : throw NothingToShip(context, "library to pack");
    }

    private static Task<ProcessResult> RunAsync(StageContext context, ImmutableArray<string> arguments, CancellationToken cancellationToken) =>
        new DotNetCli(context.Run).RunAsync(
            [.. arguments, "-c", context.Run.Platform.Settings.Configuration, "-nologo", "-nodeReuse:false", .. DotNetCli.Reproducible],
            context.Run.Platform.Root, context.Log.Write, cancellationToken);

    private static Project Single(StageContext context, ProjectRole role, string what)
    {
        var projects = context.Unit.ProjectsOf(role).ToArray();
        return projects.Length switch
        {
            1 => projects[0],
            0 => throw NothingToShip(context, what),
            _ => throw new KnownFailureException(new Problem
            {
                Code = Codes.PackageFailed,
                Message = $"{context.Unit.Id} has more than one {what}: {string.Join(", ", projects.Select(project => project.Path))}.",
                File = projects[1].Path,
                Mend = "one unit ships one; say in unit.yaml which role the others have",
            }),
        };
    }

    private static KnownFailureException NothingToShip(StageContext context, string what) => new(new Problem
    {
        Code = Codes.PackageFailed,
        Message = $"{context.Unit.Id} has no {what}, so there is nothing to ship.",
        File = context.Unit.Root,
        Mend = "add the project, or make the unit a package",
    });
}
