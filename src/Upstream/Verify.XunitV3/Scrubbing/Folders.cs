using System.Reflection;
using System.Text;

namespace VerifyTests;

/// <summary>Folders that differ from machine to machine, by the names that the package gives them.</summary>
internal static class Folders
{
    public static void Scrub(StringBuilder text, Assembly tests)
    {
        // The longest first: one folder may lie in another.
        foreach (var (folder, name) in Known(tests).OrderByDescending(known => known.Folder.Length))
        {
            text.Replace(folder, name);
        }
    }

    private static IEnumerable<(string Folder, string Name)> Known(Assembly tests)
    {
        yield return (Trim(AppContext.BaseDirectory), "{CurrentDirectory}");
        yield return (Trim(Path.GetTempPath()), "{TempPath}");

        if (ProjectFolder(tests) is { } project)
        {
            yield return (Trim(project), "{ProjectDirectory}");
            if (SolutionFolder(project) is { } solution)
            {
                yield return (Trim(solution), "{SolutionDirectory}");
            }
        }
    }

    private static string? ProjectFolder(Assembly tests) => tests
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "Verify.ProjectDirectory")?.Value;

    private static string? SolutionFolder(string project)
    {
        var folder = new DirectoryInfo(project);
        while (folder is { Exists: true } && !folder.EnumerateFiles("*.sln*").Any())
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }

    private static string Trim(string folder) => Path.TrimEndingDirectorySeparator(folder);
}
