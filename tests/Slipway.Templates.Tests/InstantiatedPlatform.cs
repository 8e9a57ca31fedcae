using Slipway.Machine.Processes;

namespace Slipway.Templates.Tests;

/// <summary>
/// A platform that <c>dotnet new slipway-platform</c> wrote into an empty folder outside this repository, from the packed templates.
/// Deleted when it is disposed.
/// </summary>
public sealed class InstantiatedPlatform : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly TemplatePackage _package;

    private InstantiatedPlatform(DirectoryInfo folder, TemplatePackage package, string name)
    {
        _folder = folder;
        _package = package;
        Root = Path.Combine(folder.FullName, name);
    }

    /// <summary>The platform's folder, absolute.</summary>
    public string Root { get; }

    /// <param name="name">What it is called, as a user would type it.</param>
    /// <param name="version">The version of Slipway's packages that it asks for.</param>
    public static async Task<InstantiatedPlatform> CreateAsync(string name, string version)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-templates-");
        var platform = new InstantiatedPlatform(folder, new TemplatePackage(folder.FullName), name);
        await platform._package.InstallAsync(version);
        await platform._package.NewAsync("slipway-platform", name, folder.FullName);
        return platform;
    }

    /// <summary>Adds a unit as a team does: <c>dotnet new slipway-service -n payments</c> in the platform's folder.</summary>
    /// <param name="kind">service, app or package.</param>
    /// <param name="name">What it is called, as a user would type it.</param>
    public Task<ProcessResult> AddAsync(string kind, string name) => _package.NewAsync($"slipway-{kind}", name, Root);

    /// <summary>All files below a folder of the platform, relative to it, with forward slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Files(string below = "")
    {
        var folder = Path.Combine(Root, below);
        return
        [
            .. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
