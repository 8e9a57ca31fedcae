using System.Runtime.CompilerServices;

namespace Slipway.Architecture.Tests;

/// <summary>This repository's files as they lie on disk, by paths relative to its root with forward slashes.</summary>
internal static class Repository
{
    /// <summary>What builds and tools leave. In a linked work tree <c>.git</c> is a file.</summary>
    private static readonly string[] Made = ["bin", "obj", "artifacts", "node_modules", "dist", "coverage", ".git", ".vs", ".idea", ".vscode"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file that a person or a tool wrote to be kept; what builds leave is not among them.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. FilesBelow(Root).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>The C# of build, src and tests. The templates hold what a platform's team owns.</summary>
    public static IReadOnlyList<string> OwnCode { get; } = [.. Files.Where(file => IsOwn(file) && file.EndsWith(".cs", StringComparison.Ordinal))];

    public static bool IsOwn(string file) =>
        file.StartsWith("build/", StringComparison.Ordinal)
        || file.StartsWith("src/", StringComparison.Ordinal)
        || file.StartsWith("tests/", StringComparison.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => !Made.Contains(Path.GetFileName(file))).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(inner => !Made.Contains(Path.GetFileName(inner)))
                .SelectMany(FilesBelow));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Build.sln")))
                return folder;
        throw new InvalidOperationException($"There is no Build.sln above {here}.");
    }
}
