using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Workspace.Discovery;

/// <summary>
/// Lets every pattern claim the folders that it matches. A folder that several match belongs to the one that spells out most
/// characters; two that spell out as many and mean different units are a problem, never a matter of order.
/// </summary>
internal static class ClaimFinder
{
    public static ImmutableArray<Claim> Find(RepositoryTree tree, LayoutPlan layout, ICollection<Problem> problems)
    {
        var patterns = layout.Entries.SelectMany(entry => entry.Folders.Select(folder => (entry, folder))).ToList();
        var matched = new HashSet<LayoutFolder>();
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var folder in tree.Folders.Concat(tree.Links))
        {
            var all = patterns
                .Select(pattern => (pattern, name: pattern.folder.Pattern.Match(folder)))
                .Where(pair => pair.name is not null)
                .Select(pair => new Claim(folder, pair.name!, pair.pattern.entry, pair.pattern.folder))
                .ToList();
            if (all.Count == 0) continue;
            matched.UnionWith(all.Select(claim => claim.By));
            var most = all.Max(claim => claim.By.Pattern.Literals);
            var best = all.FindAll(claim => claim.By.Pattern.Literals == most);
            if (best.Exists(claim => claim.Entry != best[0].Entry || claim.Name != best[0].Name)) problems.Add(Tie(folder, best));
            claims.Add(best[0]);
        }
        foreach (var (entry, by) in patterns.Where(pattern => pattern.entry.IsExplicit && !matched.Contains(pattern.folder)))
            problems.Add(MatchesNothing(by, tree));
        return claims.ToImmutable();
    }

    private static Problem Tie(string folder, List<Claim> claims) => new()
    {
        Code = Codes.TiedClaims,
        Message = $"'{claims[0].By.Pattern.Text}' (as {claims[0].Entry.Kind}) and '{claims[^1].By.Pattern.Text}' (as {claims[^1].Entry.Kind}) "
            + $"claim the folder '{folder}' with equal right: each spells out {claims[0].By.Pattern.Literals} characters",
        Mend = "spell out more of the one that shall have it",
        File = claims[^1].By.File,
        Line = claims[^1].By.Line,
        Column = claims[^1].By.Column,
    };

    private static Problem MatchesNothing(LayoutFolder by, RepositoryTree tree)
    {
        var nearest = Spelling.Nearest(by.Pattern.Text, tree.Folders);
        return new()
        {
            Code = Codes.PatternMatchesNothing,
            Message = $"'{by.Pattern.Text}' matches no folder of this repository",
            Mend = nearest is null ? "correct the pattern, or remove it" : $"correct the pattern (is '{nearest}' meant?), or remove it",
            File = by.File,
            Line = by.Line,
            Column = by.Column,
        };
    }
}
