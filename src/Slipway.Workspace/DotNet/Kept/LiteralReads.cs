using System.Text.RegularExpressions;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>
/// Calls of <c>[System.IO.File]::ReadAllText</c> whose file the text alone tells: an absolute path, or one that begins with the folder of the file that
/// the text stands in, or of the project. MSBuild lets nobody set those two, and takes nothing of what it has read for an expression.
/// </summary>
internal static partial class LiteralReads
{
    /// <returns>Absolute, or from the project's folder; null where the call is another, or the text does not tell.</returns>
    /// <param name="text">As it stands in the file.</param>
    /// <param name="index">Where the call begins.</param>
    /// <param name="folder">That of the file, absolute.</param>
    public static string? At(string text, int index, string folder)
    {
        if (Call().Match(text, index) is not { Success: true } call) return null;
        // MSBuild takes either separator in a path of a file.
        var path = call.Groups["path"].Value.Replace('\\', '/');
        if (path.Length == 0 || path.EndsWith(' ')) return null;
        return call.Groups["place"].Value.ToUpperInvariant() switch
        {
            "MSBUILDTHISFILEDIRECTORY" => Path.GetFullPath($"{folder}/{path}"),
            "MSBUILDPROJECTDIRECTORY" when path[0] == '/' => path.TrimStart('/'),
            "" when Path.IsPathFullyQualified(path) => path,
            _ => null,
        };
    }

    /// <summary>Whether the content of the file that lies there is all that such a call takes in, and counts whole where it changes.</summary>
    /// <param name="path">Absolute.</param>
    public static bool AreSeen(string path) =>
        // MSBuild takes %41 in the name of a folder for an A.
        !path.Contains('%', StringComparison.Ordinal)
        && !Projections.Hold(path) && !ProjectFolders.IsRestored(path)
        // Git tells where a link leads, and not what lies there.
        && new FileInfo(path).LinkTarget is null;

    [GeneratedRegex(
        @"\G\[\s*System\.IO\.File\s*\]\s*::\s*ReadAllText\(\s*(?<quote>[`'""]?)(?:\$\((?<place>MSBuildThisFileDirectory|MSBuildProjectDirectory)\))?(?<path>[\w .~+/\\:-]*)\k<quote>\s*\)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
