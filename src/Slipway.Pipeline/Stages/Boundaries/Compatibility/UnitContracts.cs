using System.Collections.Immutable;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Boundaries.Compatibility;

/// <summary>What a unit promises others, as files: the documents of its API, the schemas of its events.</summary>
internal static class UnitContracts
{
    /// <summary>The part of a release that they lie in.</summary>
    public const string Part = "contracts";

    public const string Api = "api";

    public const string Events = "events";

    /// <summary>The projects whose build writes documents.</summary>
    public static IEnumerable<Project> Writers(Unit unit) => unit.Toolchain == Toolchain.DotNet
        ? unit.DotNetProjects.Where(DotNetOutput.WritesApiDocuments)
        : [];

    /// <summary>The projects whose assemblies others compile against.</summary>
    public static IEnumerable<Project> Libraries(Unit unit) => unit is { Kind: UnitKind.Package, Toolchain: Toolchain.DotNet }
        ? unit.DotNetProjects.Where(project => project.Role == ProjectRole.Library)
        : [];

    /// <summary>Every file, by its place in the part.</summary>
    /// <exception cref="KnownFailureException">The build should have written a document, and has not.</exception>
    public static ImmutableSortedDictionary<string, string> FilesOf(StageContext context)
    {
        var documents = Writers(context.Unit).Any() ? Writers(context.Unit).SelectMany(project => Written(context, project)) : Committed(context);
        var schemas = In(Path.Combine(context.Folder, "schemas"), "*.json");
        return documents.Select(file => (Place: $"{Api}/{Path.GetFileName(file)}", File: file))
            .Concat(schemas.Select(file => (Place: $"{Events}/{Path.GetFileName(file)}", File: file)))
            .ToImmutableSortedDictionary(pair => pair.Place, pair => pair.File, StringComparer.Ordinal);
    }

    /// <summary>The file that people would look at, relative to the platform's root: the one that is committed rather than the one that a build wrote.</summary>
    public static string SourceOf(StageContext context, string place)
    {
        string[] candidates = [$"{context.Unit.Root}/{Path.GetFileName(place)}", $"{context.Unit.Root}/schemas/{Path.GetFileName(place)}"];
        return candidates.FirstOrDefault(file => File.Exists(context.Absolute(file))) ?? Writers(context.Unit).FirstOrDefault()?.Path ?? context.Unit.Root;
    }

    private static string[] Written(StageContext context, Project project)
    {
        var folder = DotNetOutput.ApiDocumentsOf(context, project);
        var files = In(folder, "*.json");
        return files.Length > 0 ? files : throw new KnownFailureException(new Problem
        {
            Code = Codes.NoApiDocument,
            Message = $"The build of {project.Path} wrote no API document to {context.Relative(folder)}, so nobody knows what {context.Unit.Id} promises.",
            File = project.Path,
            Mend = $"set OpenApiDocumentsDirectory to $(IntermediateOutputPath)openapi, or remove {DotNetOutput.ApiDocumentWriter} and commit {context.Unit.Root}/openapi.json",
        });
    }

    private static string[] Committed(StageContext context) =>
        context.Unit.Kind == UnitKind.Service ? In(context.Folder, ApiDocuments.Pattern) : [];

    private static string[] In(string folder, string pattern) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)] : [];
}
