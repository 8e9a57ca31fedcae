using Microsoft.Data.Sqlite;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>An empty SQLite database in a folder of its own.</summary>
internal sealed class LocalFile : IDisposable
{
    private readonly DirectoryInfo _folder;

    /// <param name="below">Where the folder is made; the system's for temporary files by default.</param>
    public LocalFile(string? below = null)
    {
        _folder = below is null ? Directory.CreateTempSubdirectory("slipway-sqlite-") : Directory.CreateDirectory(System.IO.Path.Join(below, Guid.NewGuid().ToString("N")));
        File.WriteAllBytes(Path, []);
    }

    public string Path => System.IO.Path.Join(_folder.FullName, "local.db");

    public string Connection => $"Data Source={Path};Pooling=false";

    public IReadOnlyList<string> Tables() => Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1");

    public IReadOnlyList<string> Read(string sql)
    {
        using var open = new SqliteConnection(Connection);
        open.Open();
        using var command = new SqliteCommand(sql, open);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder.FullName)) _folder.Delete(recursive: true);
    }
}
