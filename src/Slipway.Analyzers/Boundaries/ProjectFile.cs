using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>Finds the line of the project file that is to blame. The targets pass the project file as an additional file.</summary>
internal static class ProjectFile
{
    /// <summary>The line that names one of the assemblies' projects or files, else the file's first line, else nowhere.</summary>
    /// <param name="options">Of the compilation.</param>
    /// <param name="assemblies">Names, the likeliest first.</param>
    /// <param name="path">Of the first assembly's file, if known.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Location OfReference(AnalyzerOptions options, IEnumerable<string> assemblies, string? path, CancellationToken cancellation) =>
        OfWord(
            options,
            assemblies.SelectMany((name, index) => new[] { name + ".csproj", index == 0 && path is not null ? FilePath.NameOf(path) : name + ".dll", $"\"{name}\"" }),
            cancellation);

    /// <summary>The first line that holds the first of the words that any line holds, whole and in any case.</summary>
    public static Location OfWord(AnalyzerOptions options, IEnumerable<string> words, CancellationToken cancellation)
    {
        if (OwnUnit.PathOf(options, "MSBuildProjectFullPath") is not { } project) return Location.None;
        if (OwnUnit.Text(options, "MSBuildProjectFullPath", cancellation) is { } text)
        {
            foreach (var word in words)
            {
                foreach (var line in text.Lines)
                {
                    if (IndexOf(line.ToString(), word) is not (>= 0 and var start)) continue;
                    var span = new TextSpan(line.Start + start, word.Length);
                    return Location.Create(project, span, text.Lines.GetLinePositionSpan(span));
                }
            }
        }
        return Location.Create(project, default, default);
    }

    private static int IndexOf(string line, string word)
    {
        var start = line.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return start > 0 && (char.IsLetterOrDigit(line[start - 1]) || line[start - 1] is '.' or '_' or '-') && char.IsLetterOrDigit(word[0]) ? -1 : start;
    }
}
