using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Slipway.Analyzers.Boundaries;

/// <summary>Finds the line of the project file that holds a reference. The targets pass the project file as an additional file.</summary>
internal static class ProjectFile
{
    /// <summary>The line that names the assembly's project or file, else the file's first line, else nowhere.</summary>
    public static Location Find(AnalyzerOptions options, string assemblyName, string? assemblyPath, CancellationToken cancellation)
    {
        if (!options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.MSBuildProjectFullPath", out var path))
            return Location.None;
        var text = options.AdditionalFiles.FirstOrDefault(file => file.Path == path)?.GetText(cancellation);
        if (text is null) return Location.Create(path, default, default);

        string[] names = [assemblyName + ".csproj", FileName(assemblyPath) ?? assemblyName + ".dll", $"\"{assemblyName}\""];
        foreach (var line in text.Lines)
        {
            var written = line.ToString();
            foreach (var name in names)
            {
                var start = written.IndexOf(name, StringComparison.OrdinalIgnoreCase);
                if (start < 0 || (start > 0 && (char.IsLetterOrDigit(written[start - 1]) || written[start - 1] is '.' or '_' or '-'))) continue;
                var span = new TextSpan(line.Start + start, name.Length);
                return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
            }
        }
        return Location.Create(path, default, default);
    }

    private static string? FileName(string? path) => path?.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
