namespace Slipway.Security.Packages;

/// <summary>Where a package's version is written down.</summary>
/// <param name="File">Relative to the platform's root, with forward slashes.</param>
/// <param name="Line">Counted from 1; null when it is not written there.</param>
/// <param name="Column">Counted from 1.</param>
internal sealed record VersionPlace(string File, int? Line, int? Column)
{
    /// <summary>The central list of versions, else the project; of what others bring, the line of what brings it.</summary>
    public static VersionPlace Find(string root, ResolvedPackage package)
    {
        var name = $"\"{package.Route[0]}\"";
        foreach (var file in (string[])["Directory.Packages.props", package.Project])
        {
            var path = Path.Combine(root, file);
            if (!System.IO.File.Exists(path)) continue;
            var number = 0;
            foreach (var line in System.IO.File.ReadLines(path))
            {
                number++;
                var start = line.IndexOf(name, StringComparison.OrdinalIgnoreCase);
                if (start >= 0) return new(file, number, start + 2);
            }
        }
        return new(package.Project, null, null);
    }
}
