using System.Collections.Immutable;
using Slipway.Machine.Git;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Affected;

/// <summary>Says which units a change touches: those whose fingerprint is not what it was. Needs no restore and no build.</summary>
public static class AffectedUnits
{
    /// <param name="reference">A branch, tag or commit to compare the work tree with, uncommitted files included.</param>
    /// <returns>The units that changed or use what changed, ordered by kind and name.</returns>
    /// <exception cref="BadInputException">The platform lies in no git work tree, or git does not know the reference.</exception>
    public static async Task<ImmutableArray<AffectedUnit>> SinceAsync(Platform platform, string reference, CancellationToken cancel = default)
    {
        var git = await GitRepository.FindAsync(platform.Root, cancellationToken: cancel)
            ?? throw NotKnown(reference, $"'{platform.Root}' lies in no git work tree", "put the platform under git: 'git init'", null);
        var today = await UnitFingerprints.ReadAsync(platform, cancel: cancel);
        var then = await AtAsync(today, git, reference, cancel);
        return
        [
            .. from unit in platform.Units
               let because = Changed(then.InputsOf(unit.Id), today.InputsOf(unit.Id))
               where because.Length > 0
               orderby unit.Id
               select new AffectedUnit(unit.Id, because),
        ];
    }

    private static async Task<UnitFingerprints> AtAsync(UnitFingerprints today, GitRepository git, string reference, CancellationToken cancel)
    {
        const string mend = "name a branch, a tag or a commit that this clone has; a shallow clone may have to fetch it first";
        // Git would take it for an option.
        if (reference.StartsWith('-')) throw NotKnown(reference, "no reference begins with a hyphen", mend, null);
        try
        {
            return await today.AtAsync(git, reference, cancel);
        }
        catch (KnownFailureException failure)
        {
            throw NotKnown(reference, "git does not know it", mend, failure);
        }
    }

    private static ImmutableArray<string> Changed(ImmutableArray<Input> then, ImmutableArray<Input> today) =>
        [.. then.Except(today).Concat(today.Except(then)).Select(input => input.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static BadInputException NotKnown(string reference, string why, string mend, Exception? inner)
    {
        var problem = new Problem { Code = Codes.UnknownReference, Message = $"Nothing can be compared with '{reference}': {why}.", Mend = mend };
        return inner is null ? new(problem) : new(problem, inner);
    }
}
