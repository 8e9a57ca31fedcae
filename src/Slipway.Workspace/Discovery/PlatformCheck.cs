using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;

namespace Slipway.Workspace.Discovery;

/// <summary>A platform within the platform is not walked into; where it would hide a unit, or a part of one, it is refused.</summary>
internal sealed class PlatformCheck(RepositoryTree tree, LayoutPlan layout, YamlProblems problems)
{
    public void Check(ImmutableArray<Claim> claims)
    {
        var owners = new FolderOwners<Claim>(claims.DistinctBy(claim => claim.Folder).Select(claim => KeyValuePair.Create(claim.Folder, claim)));
        foreach (var file in tree.Platforms.Where(file => !layout.Excludes(file)))
        {
            var folder = file[..file.LastIndexOf('/')];
            if (owners.Of(folder) is { } claim) problems.Add(Hides(file, $"a part of the unit's folder '{claim.Folder}'"));
            else if (Patterns.Any(pattern => pattern.Match(folder) is not null)) problems.Add(Hides(file, $"the unit's folder '{folder}'"));
            else if (Patterns.FirstOrDefault(pattern => pattern.CanMatchBelow(folder)) is { } below) problems.Add(Hides(file, $"every folder of a unit that '{below.Text}' names in it"));
        }
    }

    private IEnumerable<FolderPattern> Patterns => layout.Entries.SelectMany(entry => entry.Folders).Select(folder => folder.Pattern);

    private static Problem Hides(string file, string what) => new()
    {
        Code = Codes.NestedPlatform,
        Message = $"This {PlatformLocator.FileName} makes its folder a platform of its own, which is not looked into: it would hide {what}.",
        Mend = $"remove it, or let layout.exclude of the root's {PlatformLocator.FileName} name its folder, with the reason",
        File = file,
    };
}
