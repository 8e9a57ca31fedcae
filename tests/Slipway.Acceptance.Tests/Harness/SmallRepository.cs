namespace Slipway.Acceptance.Tests.Harness;

/// <summary>A git repository that holds little, gone when it is disposed.</summary>
internal sealed class SmallRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-acceptance-");

    private SmallRepository()
    {
    }

    public string Root => _folder.FullName;

    /// <summary>One service that nobody will build, and one more file.</summary>
    public static async Task<SmallRepository> WithAsync(string path, string content)
    {
        var repository = new SmallRepository();
        repository.Write("services/catalog/src/Catalog/Catalog.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
            """);
        repository.Write(path, content);
        await Git.BeginAsync(repository.Root);
        return repository;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string path, string content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
