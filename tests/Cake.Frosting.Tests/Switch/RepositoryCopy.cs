using System.Runtime.CompilerServices;

namespace Cake.Frosting.Tests.Switch;

/// <summary>A few files of this repository in a temporary folder, so that what is built there is built from those alone.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private static readonly string[] RootFiles =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig", "global.json"];

    private readonly string _repository = RepositoryOf();

    public RepositoryCopy()
    {
        foreach (var file in RootFiles)
        {
            File.Copy(Path.Combine(_repository, file), At(file));
        }
    }

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("switch-");

    public string At(params ReadOnlySpan<string> path) => Path.Combine([Folder.FullName, .. path]);

    /// <summary>Copies a folder's files, and with <paramref name="whole"/> its folders, without what a build left in them.</summary>
    public void Take(string folder, bool whole = true)
    {
        var from = new DirectoryInfo(Path.Combine(_repository, folder));
        var to = Directory.CreateDirectory(At(folder));
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (var child in whole ? from.EnumerateDirectories().Where(child => child.Name is not ("bin" or "obj")) : [])
        {
            Take(Path.Combine(folder, child.Name));
        }
    }

    /// <summary>Copies every folder of a name that fits, whole.</summary>
    public void TakeEach(string folder, string pattern)
    {
        foreach (var child in new DirectoryInfo(Path.Combine(_repository, folder)).EnumerateDirectories(pattern))
        {
            Take(Path.Combine(folder, child.Name));
        }
    }

    public void Dispose() => Folder.Delete(recursive: true);

    private static string RepositoryOf([CallerFilePath] string source = "")
    {
        var folder = Path.GetDirectoryName(source)!;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
