using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Slipway.Artifacts.Releases;
using Slipway.Artifacts.Store;
using Slipway.Machine.Files;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Releases;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>Puts together what a unit ships: its program, bundle or package, and the migration bundle of a service.</summary>
public sealed class PackageStage : UnitStage
{
    /// <summary>The name of the release digest among the stage's outputs.</summary>
    public const string Release = "release";

    // The name of the digest over where the release came from.
    private const string OriginOutput = "origin";

    private const string Attestations = "attestations";

    public override StageName Name => StageName.Package;

    // What ships holds a program's start for this system.
    public override string Options(Platform platform) => RuntimeInformation.RuntimeIdentifier;

    public override ImmutableArray<Limit> LimitsOf(Unit unit) => [Limit.MSBuild];

    public override bool OutputsInPlace(StageContext context, StageResult recorded) => File.Exists(Path.Combine(FolderOf(context), "release.json"));

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => [FolderOf(context)];

    public override IEnumerable<Project> Links(Unit unit) =>
        unit.DotNetProjects.Where(project => project.Role is ProjectRole.Entry or ProjectRole.Migrator or ProjectRole.Library);

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
            Files = () => FileTree.Files(folder, inner => inner != Attestations).Select(file => new CacheOutput($"{name}/{file}", Linkable: true)),
        };
    }

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
        try
        {
            var draft = new ReleaseDraft { Unit = context.Unit.Id, Origin = Origin(context), Parts = parts };
            return Result(await new ReleaseWriter(new ReleaseStore(context.Run.Paths.Releases, context.Run.Time)).WriteAsync(draft, cancellationToken));
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

    private static StageResult Result(WrittenRelease release)
    {
        var result = StageResult.Succeeded with
        {
            Outputs = StageResult.Succeeded.Outputs.SetItem(Release, release.Digest).SetItem(OriginOutput, PackageOrigin.DigestOf(release.Manifest.Origin)),
            Notes = Replaced(release) is { } note ? [note] : [],
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
