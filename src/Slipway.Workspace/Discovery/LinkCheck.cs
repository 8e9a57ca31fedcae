using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;

namespace Slipway.Workspace.Discovery;

/// <summary>Links to folders are never walked into, so that no file is there twice; where one could hide a unit or its files, it is named.</summary>
internal sealed class LinkCheck(RepositoryTree tree, LayoutPlan layout, YamlProblems problems, YamlProblems notices)
{
    /// <summary>The claims of real folders.</summary>
    public ImmutableArray<Claim> Without(ImmutableArray<Claim> claims)
    {
        var claimed = claims.Select(claim => claim.Folder).ToHashSet(StringComparer.Ordinal);
        var owners = new FolderOwners<Claim>(claims.DistinctBy(claim => claim.Folder).Select(claim => KeyValuePair.Create(claim.Folder, claim)));
        foreach (var link in tree.Links.Where(link => !layout.Excludes(link)))
        {
            var holdsUnits = claimed.Contains(link) || layout.Entries.Any(entry => entry.Folders.Any(folder => folder.Pattern.CanMatchBelow(link)));
            var fault = FileFault.OfLink(tree.Root, link);
            if (holdsUnits && owners.Of(Parent(link)) is null)
            {
                if (fault is null) notices.Add(Inside(link));
                else problems.Add(fault);
            }
            // Within a unit a link that leads nowhere harms nobody until something opens it, and that will say so.
            else if (fault is not null && owners.Of(link) is not null && RealPath.Of(tree.Absolute(link)) is not null) notices.Add(fault);
        }
        return [.. claims.Where(claim => !tree.Links.Contains(claim.Folder))];
    }

    private static string Parent(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    private static Problem Inside(string folder) => new()
    {
        Code = Codes.LinkOutside,
        Message = $"'{folder}' is a link to another folder of the repository and is not followed: no unit is looked for in it.",
        Mend = "remove the link, put the files here, or let the layout of platform.yaml name the folder that it leads to",
        File = folder,
    };
}
