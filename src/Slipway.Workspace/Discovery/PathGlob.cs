using Microsoft.Extensions.FileSystemGlobbing;

namespace Slipway.Workspace.Discovery;

/// <summary>Globs of files as people write them: one that names a folder means everything in it.</summary>
internal static class PathGlob
{
    public static bool Matches(string glob, string path)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(glob);
        matcher.AddInclude(glob.TrimEnd('/') + "/**");
        return matcher.Match(path).HasMatches;
    }
}
