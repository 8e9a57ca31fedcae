using Slipway.Migrations;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>Where the migrations of a unit come from: its bundle, or a folder of SQL.</summary>
internal static class UnitMigrations
{
    /// <summary>Whether there is anything to judge.</summary>
    public static bool Has(Unit unit) => unit.Database is { Migrations: not null } || unit.ProjectsOf(ProjectRole.Migrator).Any();

    /// <summary>The bundle as it was compiled; null for a folder of SQL.</summary>
    /// <exception cref="KnownFailureException">There is more than one.</exception>
    public static MigrationBundle? BundleOf(StageContext context)
    {
        var projects = context.Unit.ProjectsOf(ProjectRole.Migrator).ToArray();
        if (projects.Length > 1)
        {
            throw new KnownFailureException(new Problem
            {
                Code = Codes.SeveralBundles,
                Message = $"{context.Unit.Id} has more than one migration bundle: {string.Join(", ", projects.Select(project => project.Path))}.",
                File = projects[1].Path,
                Mend = "one service owns one database and ships one bundle; say in unit.yaml which role the others have",
            });
        }
        return projects is [var project] ? new(context, DotNetOutput.AssemblyOf(context, project), project.Path) : null;
    }

    /// <summary>All migrations, each with the file that holds it where one bears its id.</summary>
    /// <exception cref="KnownFailureException">The bundle does not describe itself.</exception>
    /// <exception cref="BadInputException">The folder of SQL is not one.</exception>
    public static async Task<MigrationSet> ReadAsync(StageContext context, CancellationToken cancellation) =>
        context.Unit.Database?.Migrations is { } folder
            ? ReadFolder(context, folder)
            : WithFiles(context, await BundleOf(context)!.DescribeAsync(cancellation));

    private static MigrationSet ReadFolder(StageContext context, string folder)
    {
        var shown = $"{context.Unit.Root}/{folder}";
        return Directory.Exists(context.Absolute(shown)) ? SqlMigrations.Read(context.Absolute(shown), shown, new CommittedLock(context).Content) : throw new BadInputException(new Problem
        {
            Code = Codes.NoSqlFolder,
            Message = $"{context.Unit.Id} says that its migrations lie in {shown}, and there is no such folder.",
            File = $"{context.Unit.Root}/unit.yaml",
            Mend = "write the folder of database.migrations relative to the unit's own",
        });
    }

    private static MigrationSet WithFiles(StageContext context, MigrationSet set)
    {
        var files = context.Run.Inputs.Files
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && context.Unit.Folders.Any(folder => file.Path.StartsWith($"{folder}/", StringComparison.Ordinal)))
            .GroupBy(file => Path.GetFileNameWithoutExtension(file.Path), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Path, StringComparer.Ordinal);
        return set with { Migrations = [.. set.Migrations.Select(migration => files.TryGetValue(migration.Id, out var file) ? migration with { File = file } : migration)] };
    }
}
