using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Locks;

/// <summary>
/// What was released, in a file that people commit beside the service: one line for each migration, in their order, so that two branches that add
/// one each meet in a conflict that shows both.
/// </summary>
/// <param name="Entries">In the order of the migrations.</param>
public sealed record MigrationLock(ImmutableArray<LockedMigration> Entries)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "migrations.lock";

    public static MigrationLock Empty { get; } = new([]);

    /// <summary>The newest migration that a release carries; null where there is none.</summary>
    public string? NewestReleased => Entries.LastOrDefault(entry => entry.IsReleased)?.Id;

    /// <summary>The entry of a migration, or null.</summary>
    public LockedMigration? Of(string id) => Entries.FirstOrDefault(entry => entry.Id == id);

    /// <summary>Reads the file below a root; empty where there is none.</summary>
    /// <param name="root">The platform's root.</param>
    /// <param name="relative">The file, relative to it.</param>
    /// <exception cref="BadInputException">Everything that is wrong with it, with file, line and column.</exception>
    public static MigrationLock Read(string root, string relative)
    {
        var path = Path.Join(root, relative);
        if (FileKind.Other(path) is { } other) throw new BadInputException(new Problem
        {
            Code = Codes.BadLock,
            Message = $"This is not a regular file but {other}.",
            Mend = "put a file in its place, or remove it",
            File = relative,
            Line = 1,
            Column = 1,
        });
        return FileKind.IsThere(path) ? Parse(relative, File.ReadAllText(path)) : Empty;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="text">The file's content.</param>
    /// <exception cref="BadInputException">Everything that is wrong with it, with file, line and column.</exception>
    public static MigrationLock Parse(string file, string text)
    {
        var reader = new LockReader(file);
        var read = reader.Read(text);
        return reader.Problems.Count > 0 ? throw new BadInputException(reader.Problems) : read;
    }

    /// <summary>What a set breaks of what was released: MIG150 and MIG151.</summary>
    public ImmutableArray<MigrationFinding> Compare(MigrationSet set) => LockComparison.Of(this, set);

    /// <summary>The lock with a set's migrations: those that are new enter it, those that no release carries are brought up to date.</summary>
    /// <param name="set">What the service holds now.</param>
    /// <param name="release">The release that carries them from now on; null leaves them unreleased.</param>
    public MigrationLock With(MigrationSet set, string? release = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        return With(set.Migrations.Select(migration => Of(migration.Id) is { IsReleased: true } released
            ? released
            : new(migration.Id, migration.Digest, migration.Phase, migration.Reversible, release)));
    }

    /// <summary>The lock with other entries. What a release carries and is not among them stays, behind what it stood behind, so that it is missed.</summary>
    /// <param name="entries">In the order of the migrations.</param>
    public MigrationLock With(IEnumerable<LockedMigration> entries)
    {
        var all = entries.ToList();
        for (var at = 0; at < Entries.Length; at++)
        {
            var entry = Entries[at];
            if (!entry.IsReleased || all.Exists(other => other.Id == entry.Id)) continue;
            var before = Entries[..at].Select(earlier => all.FindIndex(other => other.Id == earlier.Id)).LastOrDefault(place => place >= 0, -1);
            all.Insert(before + 1, entry);
        }
        return new([.. all]);
    }

    /// <summary>The file's content; the same for the same entries.</summary>
    public string ToText() => LockWriter.TextOf(this);

    /// <summary>Writes it, whole or not at all.</summary>
    public void Write(string path) => AtomicFile.WriteAllText(path, ToText());
}
