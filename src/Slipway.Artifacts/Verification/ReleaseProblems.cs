using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Verification;

/// <summary>Tells the problems of a release from where the reader stands.</summary>
public static class ReleaseProblems
{
    /// <param name="root">Where the reader stands, such as the platform's root.</param>
    /// <param name="folder">The release, absolute; files of the problems are relative to it, or absolute.</param>
    /// <param name="problems">What is wrong.</param>
    /// <returns>The same, with every path relative to <paramref name="root"/>, in the words of the mend too.</returns>
    public static ImmutableArray<Problem> From(string root, string folder, IEnumerable<Problem> problems)
    {
        var near = Relative(root, folder);
        return
        [
            .. problems.Select(problem => problem with
            {
                File = Relative(root, Path.Combine(folder, problem.File ?? "")),
                Mend = problem.Mend?.Replace(folder, near, StringComparison.Ordinal),
            }),
        ];
    }

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
