using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Releases;
using Slipway.Artifacts.Store;
using Slipway.Boundaries.Assemblies;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Releases;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Stages.DotNet;
using Slipway.Pipeline.Stages.Package.Sboms;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>Puts together what a unit ships: its program, bundle or package, and the migration bundle of a service with the tests that go with it.</summary>
public sealed class PackageStage : UnitStage
{
    /// <summary>The name of the release digest among the stage's outputs.</summary>
    public const string Release = "release";

    // The name of the digest over where the release came from.
    private const string OriginOutput = "origin";

    public override StageName Name => StageName.Package;

    public override int Version => 4;

    // What ships, and what it is called, follow from the image that it is put on too.
    public override InputScope Reads => InputScope.Everything;

    // What ships holds a program's start for this system, and an image what it is put on.
    public override string Options(Platform platform) => $"{RuntimeInformation.RuntimeIdentifier} on {ImageBases.Describe(platform)}";

    public override ImmutableArray<Limit> LimitsOf(Unit unit) => [Limit.MSBuild];

    public override bool OutputsInPlace(StageContext context, StageResult recorded) => File.Exists(Path.Combine(FolderOf(context), "release.json"));

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) =>
        [FolderOf(context), .. ImageBases.LooksAt(context.Run.Platform)];

    public override IEnumerable<Project> Links(Unit unit) =>
        [.. unit.DotNetProjects.Where(project => project.Role is ProjectRole.Entry or ProjectRole.Migrator or ProjectRole.Library), .. TestParts.Of(unit)];

    /// <summary>Where the unit's release lies, or will lie.</summary>
    public static string FolderOf(StageContext context) => new ReleaseStore(context.Run.Paths.Releases).PathOf(AddressOf(context));

    public static ReleaseAddress AddressOf(StageContext context) => new(context.Unit.Id, context.Run.Versions.Of(context.Unit.Id));

    // Nobody ever writes into a release; what signs it adds to it.
    internal override StageOutputs? OutputsOf(StageContext context)
    {
        var folder = FolderOf(context);
        var name = OutputTree.Of(context.Run).NameOfArtifact(folder);
        return new()
        {
            Folders = [name],
            Files = () => Manifest(folder).Content.Files.Select(file => file.Path).Append(ReleasePath.Manifest).Select(file => new CacheOutput($"{name}/{file}", Linkable: true)),
            // It changes with every signature, and so is as little kept as they are.
            Complete = () => DerivedFiles.Write(folder, Manifest(folder)),
        };
    }

    private static ReleaseManifest Manifest(string folder) =>
        ReleaseManifestReader.Read(File.ReadAllBytes(Path.Combine(folder, ReleasePath.Manifest))).Match(read => read, problems => throw new KnownFailureException(problems));

    // A release that lies there is kept, or reported where it was altered: see ReleaseWriter.
    internal override bool IsValidHere(StageContext context, StageRecord cached) =>
        cached.Result.Outputs.TryGetValue(OriginOutput, out var origin) && PackageOrigin.IsAsGood(origin, Origin(context)) && !Directory.Exists(FolderOf(context));

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        if (context.Unit.Toolchain == Toolchain.DotNet && !DotNetOutput.IsCurrent(context)) return DotNetOutput.NotCompiled(context);
        if (DotNetOutput.Missing(context) is { } reason) return StageResult.Skipped(reason);
        var built = Path.Combine(context.Run.Paths.Work, "package", context.Unit.Id.Folder, context.Unit.Name.Lower);
        FileTree.Delete(built);
        Directory.CreateDirectory(built);
        var parts = context.Unit.Toolchain == Toolchain.DotNet
            ? await DotNetParts.BuildAsync(context, built, cancellationToken)
            : await NodeParts.BuildAsync(context, built, cancellationToken);
        var foreign = parts.SelectMany(part => new ShippedAssemblyRule(context.Run.Time).Check(context.Run.Platform, context.Unit, part.Source, part.Name)).ToImmutableArray();
        if (!foreign.IsEmpty) return Verdict.Of(foreign, warningsFail: true);
        parts = [.. parts, .. await TestParts.BuildAsync(context, built, cancellationToken), .. ContractParts.Build(context, built)];
        try
        {
            var layout = await UnitLayout.OfAsync(context, parts, cancellationToken);
            var draft = new ReleaseDraft
            {
                Unit = context.Unit.Id, Origin = Origin(context), Parts = parts, Layout = layout.Draft, Sbom = UnitSbom.Of(context, layout),
            };
            var written = await new ReleaseWriter(new ReleaseStore(context.Run.Paths.Releases, context.Run.Time)).WriteAsync(draft, cancellationToken);
            return Result(written, layout);
        }
        catch (KnownFailureException failure)
        {
            return ReleaseFindings.Failed(context, failure);
        }
        finally
        {
            FileTree.Delete(built);
        }
    }

    private static StageResult Result(WrittenRelease release, UnitLayout layout)
    {
        var result = StageResult.Succeeded with
        {
            Outputs = StageResult.Succeeded.Outputs.SetItem(Release, release.Digest).SetItem(OriginOutput, PackageOrigin.DigestOf(release.Manifest.Origin)),
            Notes = [.. new[] { Replaced(release), layout.Note }.OfType<string>()],
        };
        return result
            .With("files", release.Manifest.Content.Files.Length)
            .With("bytes", release.Manifest.Content.Files.Sum(file => file.Size));
    }

    private static string? Replaced(WrittenRelease release) => release.Replaced switch
    {
        null => null,
        { } digest when digest == release.Digest => $"{release.Manifest.Origin.Version} was there already with the same content and a lesser origin, and was replaced",
        { } digest => $"{release.Manifest.Origin.Version} was there already with other content ({digest}), and was replaced",
    };

    private static ReleaseOrigin Origin(StageContext context) => new()
    {
        Commit = context.Run.Revision?.Commit,
        Dirty = context.Run.Revision?.Dirty ?? false,
        Version = context.Run.Versions.Of(context.Unit.Id),
        Invocation = context.Run.Invocation,
        Builder = context.Run.Builder,
    };
}
