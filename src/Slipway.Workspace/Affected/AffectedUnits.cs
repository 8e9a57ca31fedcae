using Slipway.Machine.Git;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Affected;

/// <summary>Says which units a change touches: those whose fingerprint is not what it was. Needs no restore and no build.</summary>
public static class AffectedUnits
{
    /// <summary>Compares the work tree, uncommitted files included, with the commit where its branch left the reference.</summary>
    /// <param name="platform">The platform as it lies there.</param>
    /// <param name="today">Its fingerprints.</param>
    /// <param name="reference">A branch, tag or commit.</param>
    /// <param name="cancel">Ends git.</param>
    /// <exception cref="BadInputException">The platform lies in no git work tree, or git does not know the reference.</exception>
    public static async Task<AffectedSet> SinceAsync(Platform platform, UnitFingerprints today, string reference, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(reference);
        var git = await GitRepository.FindAsync(platform.Root, cancellationToken: cancel)
            ?? throw NotKnown(reference, $"'{platform.Root}' lies in no git work tree", "put the platform under git: 'git init'");
        const string mend = "name a branch, a tag or a commit that this clone has, or can fetch from its remote 'origin'";
        // Git would take it for an option.
        if (reference.StartsWith('-')) throw NotKnown(reference, "no reference begins with a hyphen", mend);
        return await new CommonCommit(git).FindAsync(reference, cancel) switch
        {
            CommonCommit.Found found => Compare(platform, today, await today.AtAsync(git, found.Commit, cancel), found.Commit),
            CommonCommit.Missing missing => Everything(platform, missing.Why),
            _ => throw NotKnown(reference, "git does not know it", mend),
        };
    }

    private static AffectedSet Compare(Platform platform, UnitFingerprints today, UnitFingerprints then, string commit) => new()
    {
        Base = commit,
        Units =
        [
            .. from unit in platform.Units
               where then.Of(unit.Id) != today.Of(unit.Id)
               orderby unit.Id
               select new AffectedUnit(unit.Id, InputComparison.Of(platform, unit.Id, then.InputsOf(unit.Id), today, InputScope.Everything)),
        ],
    };

    private static AffectedSet Everything(Platform platform, string why) => new()
    {
        Base = null,
        Units = [.. platform.Units.Select(unit => new AffectedUnit(unit.Id, [])).OrderBy(unit => unit.Id)],
        EverythingBecause = why,
    };

    private static BadInputException NotKnown(string reference, string why, string mend) =>
        new(new Problem { Code = Codes.UnknownReference, Message = $"Nothing can be compared with '{reference}': {why}.", Mend = mend });
}
