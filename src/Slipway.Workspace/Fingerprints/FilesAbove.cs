namespace Slipway.Workspace.Fingerprints;

/// <summary>What compilers and MSBuild look for in every folder above a platform, where there is any: it decides there, and on no other machine.</summary>
internal static class FilesAbove
{
    /// <summary>What they are called.</summary>
    public static readonly string[] Names =
        [".editorconfig", ".globalconfig", "Directory.Build.props", "Directory.Build.rsp", "Directory.Build.targets", "Directory.Packages.props"];

    /// <param name="root">The platform's root, absolute.</param>
    public static IEnumerable<Input> Of(string root)
    {
        var above = "../";
        for (var folder = Path.GetDirectoryName(root); folder is not null; folder = Path.GetDirectoryName(folder), above += "../")
        {
            foreach (var name in Names)
            {
                if (UnlistedInputs.ContentOf(Path.Combine(folder, name)) is { } content) yield return new(above + name, content);
            }
        }
    }
}
