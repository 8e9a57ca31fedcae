using System.Text;

namespace Slipway.Migrations.Locks;

/// <summary>Writes the lock as a table that people can read.</summary>
internal static class LockWriter
{
    public const string Head = "# The migrations of this service: id, digest, phase, whether it can be undone, the release that first carried it.\n"
        + "# Written by --target=Migrations; what a release carries never changes again.\n";

    public static string TextOf(MigrationLock locked)
    {
        var text = new StringBuilder(Head);
        foreach (var entry in locked.Entries)
        {
            // No columns that grow with the longest id: a new line changes no other.
            text.Append(entry.Id).Append(' ').Append(entry.Digest).Append(' ').Append(entry.Phase.ToString().ToLowerInvariant()).Append(' ')
                .Append(entry.Reversible ? LockReader.Reversible : LockReader.Irreversible).Append(' ').Append(entry.Release ?? LockReader.Unreleased).Append('\n');
        }
        return text.ToString();
    }
}
