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

    public static string AssemblyOf(StageContext context, Project project) =>
        context.Absolute($"{project.Folder}/bin/{context.Run.Platform.Settings.Configuration}/{project.TargetFramework}/{project.Name}.dll");

    /// <summary>Where the compiler leaves a project's assembly, and where programs run from.</summary>
    public static IEnumerable<string> PathsOf(StageContext context, Project project) => [AssemblyOf(context, project), IntermediateOf(context, project)];

    /// <summary>Digests of the unit's own assemblies, by path: where the compiler leaves them, and where programs run from.</summary>
    public static ImmutableSortedDictionary<string, Digest> Digests(StageContext context) => context.Unit.DotNetProjects
        .SelectMany(project => PathsOf(context, project))
        .Where(File.Exists)
        .ToImmutableSortedDictionary(context.Relative, path => FileDigest.OfFile(path), StringComparer.Ordinal);

    private static string IntermediateOf(StageContext context, Project project) =>
        context.Absolute($"{project.Folder}/obj/{context.Run.Platform.Settings.Configuration}/{project.TargetFramework}/{project.Name}.dll");

    /// <summary>Why there is nothing to run, or null: the words of a stated skip.</summary>
    public static string? Missing(StageContext context) =>
        context.Earlier.TryGetValue(StageName.Typecheck, out var typecheck) && typecheck.Numbers.ContainsKey(NotEmitted)
            ? "nothing was compiled: a finding of lint or boundaries is an error"
            : null;

    /// <summary>Whether what lies there was compiled from the sources that lie there: a verdict about an older compile would be one about other sources.</summary>
    public static bool IsCurrent(StageContext context) => context.Earlier.ContainsKey(StageName.Typecheck);

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
}
