using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Workspace.Discovery;

/// <summary>
/// Lets every pattern claim the folders that it matches. A folder that several match belongs to the one that spells out most
/// characters; two that spell out as many and mean different units are a problem, never a matter of order.
/// </summary>
internal static class ClaimFinder
{
    public static ImmutableArray<Claim> Find(RepositoryTree tree, LayoutPlan layout)
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
            if (best.Exists(claim => claim.Entry != best[0].Entry || claim.Name != best[0].Name)) ReportTie(folder, best);
            claims.Add(best[0]);
        }
        foreach (var (entry, by) in patterns.Where(pattern => pattern.entry.IsExplicit && !matched.Contains(pattern.folder)))
            ReportNothing(by, tree);
        return claims.ToImmutable();
    }

    // The last one that somebody wrote; the convention ties with nothing but what was written.
    private static void ReportTie(string folder, List<Claim> claims)
    {
        var words = claims.Select(claim => $"'{claim.By.Pattern.Text}' ({claim.Entry.Kind.ToString().ToLowerInvariant()})");
        claims.Last(claim => claim.By.Place is not null).By.Place!.Report(
            Codes.TiedClaims,
            $"{string.Join(" and ", words)} claim the folder '{folder}' with equal right: "
                + $"each spells out {claims[0].By.Pattern.Literals} characters.",
            "spell out more of the one that shall have it");
    }

    private static void ReportNothing(LayoutFolder by, RepositoryTree tree) => by.Place!.Report(
        Codes.PatternMatchesNothing,
        $"'{by.Pattern.Text}' matches no folder of this repository.",
        Spelling.Nearest(by.Pattern.Text, tree.Folders) is { } nearest
            ? $"correct it (is '{nearest}' meant?), or remove it"
            : "correct it, or remove it");
}
