using Slipway.Model.Problems;

namespace Slipway.Machine.Processes;

/// <summary>Finds programs, and says what to install where one is missing.</summary>
public static class Executables
{
    private static readonly Dictionary<string, string> _sources = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dotnet"] = "the .NET SDK that global.json names",
        ["node"] = "Node.js 20 or newer",
        ["npm"] = "Node.js 20 or newer, which brings npm",
        ["npx"] = "Node.js 20 or newer, which brings npx",
        ["git"] = "git 2.30 or newer",
        ["docker"] = "Docker or another engine with its command line",
    };

    /// <summary>The full path of a program that <c>PATH</c> knows, or null.</summary>
    /// <param name="name">The name, or a path, which is returned when it exists.</param>
    /// <param name="path">The search path; the host's own by default.</param>
    public static string? Find(string name, string? path = null)
    {
        if (name.AsSpan().ContainsAny('/', Path.DirectorySeparatorChar)) return Candidates(Path.GetFullPath(name)).FirstOrDefault(CanRun);
        return (path ?? Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Candidates(Path.Combine(folder, name)))
            .FirstOrDefault(CanRun);
    }

    internal static string Demand(ProcessRequest request)
    {
        var name = request.FileName.AsSpan().ContainsAny('/', Path.DirectorySeparatorChar)
            ? Path.Combine(FolderOf(request), request.FileName)
            : request.FileName;
        if (Find(name, request.Environment.GetValueOrDefault("PATH")) is { } found) return found;
        var source = _sources.GetValueOrDefault(Path.GetFileNameWithoutExtension(request.FileName), request.FileName);
        throw new BadInputException(new Problem
        {
            Code = Codes.MissingExecutable,
            Message = $"The program '{request.FileName}' is needed and was not found.",
            Mend = $"install {source}, and see that PATH names its folder",
        });
    }

    internal static string FolderOf(ProcessRequest request)
    {
        var folder = Path.GetFullPath(request.WorkingDirectory ?? Environment.CurrentDirectory);
        return Directory.Exists(folder) ? folder : throw new BadInputException(new Problem
        {
            Code = Codes.MissingFolder,
            Message = $"'{request.FileName}' should run in the folder '{folder}', which does not exist.",
            Mend = "create the folder, or correct the path",
        });
    }

    private static IEnumerable<string> Candidates(string path) => OperatingSystem.IsWindows() && !Path.HasExtension(path)
        ? (Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE;.CMD;.BAT").Split(';').Select(extension => path + extension)
        : [path];

    private static bool CanRun(string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        try
        {
            return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Execute) != 0);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // A link that leads nowhere exists, and cannot be asked.
            return false;
        }
    }
}
