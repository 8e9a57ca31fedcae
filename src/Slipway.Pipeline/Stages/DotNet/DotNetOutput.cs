using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>Where a compile leaves what later stages use.</summary>
internal static class DotNetOutput
{
    /// <summary>A number of typecheck: how many projects the compiler emitted nothing for because of another stage's finding.</summary>
    public const string NotEmitted = "not-emitted";

    /// <summary>The package with which a build writes documents of an API from the code that is served.</summary>
    public const string ApiDocumentWriter = "Microsoft.Extensions.ApiDescription.Server";

    public static string AssemblyOf(StageContext context, Project project) =>
        context.Absolute($"{project.Folder}/bin/{context.Run.Platform.Settings.Configuration}/{project.TargetFramework}/{project.Name}.dll");

    /// <summary>Digests of the unit's own assemblies and of those that it links, by path.</summary>
    public static ImmutableSortedDictionary<string, Digest> Digests(StageContext context) => context.Unit.DotNetProjects.Concat(Linked(context))
        .SelectMany(project => AssembliesOf(context, project))
        .Where(File.Exists)
        .ToImmutableSortedDictionary(context.Relative, path => FileDigest.OfFile(path), StringComparer.Ordinal);

    /// <summary>The projects of other units that the unit's own link, directly or not: a compile of the unit compiles them too.</summary>
    public static IEnumerable<Project> Linked(StageContext context)
    {
        var reached = new ProjectReach(context.Run.Platform).Of(context.Unit.DotNetProjects);
        return context.Run.Platform.Units.Where(unit => unit.Id != context.Unit.Id).SelectMany(unit => unit.DotNetProjects).Where(project => reached.Contains(project.Path));
    }

    /// <summary>Whether the project's assemblies are those that a compile of its unit left: the very bytes, not only files of the same name.</summary>
    public static bool IsInPlace(StageContext context, Project project, StageResult compiled) =>
        File.Exists(AssemblyOf(context, project))
        && AssembliesOf(context, project).All(path => compiled.Outputs.TryGetValue(context.Relative(path), out var digest)
            ? File.Exists(path) && FileDigest.OfFile(path) == digest
            : !File.Exists(path));

    /// <summary>Whether the build writes documents of the API that the project serves.</summary>
    public static bool WritesApiDocuments(Project project) =>
        project.Role == ProjectRole.Entry && project.Packages.Contains(ApiDocumentWriter, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where it writes them.</summary>
    public static string ApiDocumentsOf(StageContext context, Project project) => context.Absolute($"{Intermediate(context, project)}/openapi");

    /// <summary>Of a project: where programs run from, where the compiler leaves it, and what others compile against; and the API document where its build writes one.</summary>
    public static IEnumerable<string> AssembliesOf(StageContext context, Project project)
    {
        yield return AssemblyOf(context, project);
        yield return context.Absolute($"{Intermediate(context, project)}/{project.Name}.dll");
        yield return context.Absolute($"{Intermediate(context, project)}/ref/{project.Name}.dll");
        if (WritesApiDocuments(project)) yield return Path.Join(ApiDocumentsOf(context, project), "openapi.json");
    }

    /// <summary>Why there is nothing to run, or null: the words of a stated skip.</summary>
    public static string? Missing(StageContext context) =>
        context.Earlier.TryGetValue(StageName.Typecheck, out var typecheck) && typecheck.Numbers.ContainsKey(NotEmitted)
            ? "nothing was compiled: a finding of lint or boundaries is an error"
            : null;

    /// <summary>Whether what lies there was compiled from the sources that lie there: a verdict about an older compile would be one about other sources.</summary>
    public static bool IsCurrent(StageContext context) => PassedOn(context) is not null;

    /// <summary>What the compile said that a later stage judges; null where <see cref="IsCurrent"/> says no.</summary>
    public static IEnumerable<Finding>? FindingsFor(StageName stage, StageContext context) =>
        PassedOn(context)?.Where(finding => FindingKind.StageOf(finding.Id) == stage);

    /// <summary>The failure of a stage that is about what the compiler made, where <see cref="IsCurrent"/> says no.</summary>
    public static StageResult NotCompiled(StageContext context) => StageResult.Failed("it has not been compiled since it changed") with
    {
        Findings =
        [
            new Finding
            {
                Id = Codes.NotCompiled,
                Severity = Severity.Error,
                Message = $"{context.Unit.Id} has not been compiled since something of it changed, and the stage {context.Stage} is about what the compiler made.",
                File = context.Unit.Root,
                Mend = $"run it without --exclusive: ./build.sh --target={context.Stage} --unit={context.Unit.Name}",
            },
        ],
    };

    private static ImmutableArray<Finding>? PassedOn(StageContext context) => context.Earlier.GetValueOrDefault(StageName.Typecheck)?.PassedOn;

    private static string Intermediate(StageContext context, Project project) =>
        $"{project.Folder}/obj/{context.Run.Platform.Settings.Configuration}/{project.TargetFramework}";
}
