using System.Collections.Immutable;
using System.Globalization;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Gates;
using Slipway.Machine.Git;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Stages.Sign;

/// <summary>What the stages before have left, as evidence about the release: every one of them is a gate but those that only make things.</summary>
internal static class StageEvidence
{
    private static readonly StageName[] Making = [StageName.Restore, StageName.Package, StageName.Sign, StageName.Verify];

    public static async Task<ReleaseEvidence> OfAsync(StageContext context, CancellationToken cancellationToken) => new()
    {
        Invocation = context.Run.Invocation,
        SignedAt = context.Run.Time.GetUtcNow(),
        Builder = context.Run.Builder,
        Build = PackagingFacts.Of(context),
        Gates = [.. Gates(context).Select(Claim)],
        Head = await HeadAsync(context, cancellationToken),
    };

    /// <summary>Over everything that the statements would be made of, and that no fingerprint covers.</summary>
    public static Digest DigestOf(StageContext context) => Digest.Of(string.Concat(Gates(context)
        .Concat(context.Before.Values.Where(result => result.Node.Stage == StageName.Package))
        .Select(result => string.Create(CultureInfo.InvariantCulture,
            $"{result.Node.Stage} {result.Node.Fingerprint} {result.Result.Outcome} {result.Record?.ExecutedAt:O} {result.Record?.Invocation}\n"))));

    private static IEnumerable<NodeResult> Gates(StageContext context) => context.Before.Values
        .Where(result => !result.NotReached && !Making.Contains(result.Node.Stage))
        .OrderBy(result => result.Node.Stage.ToString(), StringComparer.Ordinal);

    private static GateClaim Claim(NodeResult result) => result.Record is { } record
        ? GateClaim.Of(record, record.Basis.GetValueOrDefault(NodeBasis.Options), result.Replayed)
        : GateClaim.Of(result.Node.Stage, result.Node.Fingerprint, result.Result, result.Node.Basis.GetValueOrDefault(NodeBasis.Options));

    // The same for all units of a run.
    private static async Task<(string Commit, string Tree)?> HeadAsync(StageContext context, CancellationToken cancellationToken)
    {
        if (context.Run.Revision is null) return null;
        var heads = await context.Run.Resources.GetAsync("git head", async () =>
        {
            var repository = await GitRepository.FindAsync(context.Run.Platform.Root, context.Run.Processes, cancellationToken);
            return repository is not null && await repository.HeadAsync(cancellationToken) is { } head ? ImmutableArray.Create(head) : [];
        });
        return heads.IsEmpty ? null : heads[0];
    }
}
