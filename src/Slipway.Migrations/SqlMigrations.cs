using System.Collections.Immutable;
using Slipway.Migrations.Locks;
using Slipway.Migrations.Sources;
using Slipway.Model.Problems;

namespace Slipway.Migrations;

/// <summary>
/// Migrations that are files of SQL: <c>V2__add_price.sql</c> or <c>20261123165403_AddPrice.sql</c>, with the way back beside it in
/// <c>V2__add_price.down.sql</c>. Comments at a file's head may say <c>-- phase: contract</c>, <c>-- stopped-using: catalog/v1.4.0</c>,
/// <c>-- irreversible: why</c> and <c>-- no-transaction</c>. A file of one statement needs no transaction; every other runs in one, unless its head or
/// the file itself says otherwise.
/// </summary>
public static class SqlMigrations
{
    /// <summary>Reads a folder. Files that do not end in <c>.sql</c> are passed over.</summary>
    /// <param name="folder">The folder itself, not those below it.</param>
    /// <param name="shown">What messages call it, relative to the platform's root; its own path by default.</param>
    /// <param name="locked">What was released: of two files with one version, the one that is not there is the mistake. By default the last.</param>
    /// <exception cref="BadInputException">A name that has no place in the order, two of one version, a way back without a way forward, a header that means nothing.</exception>
    public static MigrationSet Read(string folder, string? shown = null, MigrationLock? locked = null)
    {
        var problems = new List<Problem>();
        var files = Directory.EnumerateFiles(folder, "*.sql").Order(StringComparer.Ordinal)
            .Select(path => SqlFile.Read(path, $"{shown ?? folder}/{Path.GetFileName(path)}", problems)).OfType<SqlFile>().ToArray();
        var back = files.Where(file => file.IsWayBack).ToDictionary(file => file.Id, StringComparer.Ordinal);
        var forward = files.Where(file => !file.IsWayBack).OrderBy(file => file.Version).ThenBy(file => file.Id, StringComparer.Ordinal).ToArray();
        foreach (var orphan in back.Values.Where(file => forward.All(other => other.Id != file.Id)))
            problems.Add(orphan.Problem(1, "This is a way back, and there is no way forward of this name beside it.", $"add '{orphan.Id}.sql', or remove this file"));
        foreach (var same in forward.GroupBy(file => file.Version))
        {
            var eldest = same.OrderBy(file => locked?.Of(file.Id) switch { { IsReleased: true } => 0, not null => 1, null => 2 }).ToArray();
            problems.AddRange(eldest.Skip(1).Select(late => late.Problem(1, $"'{eldest[0].Id}' has the same version, so that their order is nobody's decision.", "give this file the next version")));
        }
        if (problems.Count > 0) throw new BadInputException(problems);
        return new()
        {
            Context = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
            Source = MigrationSource.SqlFolder,
            Migrations = [.. forward.Select(file => file.ToMigration(back.GetValueOrDefault(file.Id)))],
        };
    }
}
