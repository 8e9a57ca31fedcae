using Slipway.Migrations.Locks;

namespace Slipway.Migrations.Tests.Harness;

/// <summary>A folder of SQL migrations, written for one test.</summary>
public sealed class SqlFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("slipway-migrations-").FullName;

    /// <summary>Without a way back of its own, the file says why: then only what a test is about is found.</summary>
    public SqlFolder With(string name, string up, string? down = null)
    {
        File.WriteAllText(Path.Combine(_path, $"{name}.sql"), down is null && !up.Contains("irreversible") ? $"-- irreversible: a test\n{up}" : up);
        if (down is not null) File.WriteAllText(Path.Combine(_path, $"{name}.down.sql"), down);
        return this;
    }

    public SqlFolder Bare(string file, string text)
    {
        File.WriteAllText(Path.Combine(_path, file), text);
        return this;
    }

    public MigrationSet Read() => Read(null);

    public MigrationSet Read(MigrationLock? locked) => SqlMigrations.Read(_path, "services/catalog/migrations", locked);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
