namespace Slipway.Workspace.Fingerprints;

/// <summary>Which files have a say in what a restore fetches.</summary>
internal static class ResolutionFiles
{
    private static readonly HashSet<string> Extensions = new(
        [".csproj", ".fsproj", ".vbproj", ".proj", ".projitems", ".props", ".targets", ".tasks", ".rsp", ".config"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Names = new(
        ["global.json", "packages.lock.json", "package.json", "package-lock.json", "npm-shrinkwrap.json", ".npmrc", ".nvmrc"],
        StringComparer.OrdinalIgnoreCase);

    public static bool Hold(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Names.Contains(name) || AreMSBuild(name);
    }

    /// <summary>Whether MSBuild could evaluate or import a file of that name.</summary>
    public static bool AreMSBuild(string path) => Extensions.Contains(Path.GetExtension(path));
}
