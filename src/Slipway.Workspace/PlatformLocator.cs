using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Workspace;

/// <summary>Finds the platform that somebody stands in.</summary>
public static class PlatformLocator
{
    /// <summary>The file that marks a platform's root.</summary>
    public const string FileName = "platform.yaml";

    /// <summary>The nearest folder upwards that holds <c>platform.yaml</c>, else the root of the git work tree.</summary>
    /// <param name="start">Where to begin; the current folder of the user as a rule.</param>
    /// <returns>The root, absolute, without a trailing separator.</returns>
    /// <exception cref="BadInputException">Neither was found.</exception>
    public static string Find(string start)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(start));
        // A work tree's .git is a folder, a linked work tree's and a submodule's is a file.
        return Nearest(folder, at => FileKind.IsThere(Path.Join(at, FileName)))
            ?? Nearest(folder, at => Path.Exists(Path.Join(at, ".git")))
            ?? throw new BadInputException(new Problem
            {
                Code = Codes.NoPlatform,
                Message = $"No platform was found: neither '{folder}' nor a folder above it holds {FileName} or is a git work tree.",
                Mend = $"go to the platform's folder, name it with --platform DIR, or make it one with 'git init' or a {FileName}",
            });
    }

    private static string? Nearest(string start, Func<string, bool> matches)
    {
        for (string? at = start; at is not null; at = Path.GetDirectoryName(at))
        {
            if (matches(at)) return at;
        }
        return null;
    }
}
