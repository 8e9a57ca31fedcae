namespace Slipway.Machine.Yaml;

/// <summary>Files that are called almost like one that is read: with <c>.yml</c>, or with capitals. Nobody reads them, and whoever wrote one thinks that it holds.</summary>
public static class AlmostNamed
{
    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = false };

    /// <param name="folder">Where to look, not below; one that does not exist holds none.</param>
    /// <param name="name">The file that is read, such as <c>trust.yaml</c>.</param>
    /// <param name="others">More names that are meant for it, each with <c>.yaml</c>.</param>
    /// <returns>Names, without the folder.</returns>
    public static IEnumerable<string> In(string folder, string name, params IEnumerable<string> others) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.y*ml", AnyCase)
            .Select(file => Path.GetFileName(file))
            .Where(found => found != name && others.Prepend(name).Contains(Path.ChangeExtension(found, ".yaml"), StringComparer.OrdinalIgnoreCase))
        : [];
}
