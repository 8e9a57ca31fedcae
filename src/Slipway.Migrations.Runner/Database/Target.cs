using Microsoft.EntityFrameworkCore.Migrations;

namespace Slipway.Migrations.Runner.Database;

/// <summary>The migration that a word names, looked up before any database is touched.</summary>
internal static class Target
{
    /// <returns>The full id, "0" for the empty database, null for the newest.</returns>
    public static string? Resolve(string? word, IReadOnlyList<string> ids)
    {
        if (word is null or Migration.InitialDatabase)
            return word;

        return ids.FirstOrDefault(id => string.Equals(id, word, StringComparison.OrdinalIgnoreCase))
            ?? ids.FirstOrDefault(id => string.Equals(NameOf(id), word, StringComparison.OrdinalIgnoreCase))
            ?? throw new RunnerException(ExitCode.Usage, Codes.Usage, $"There is no migration '{word}'.",
                ids.Count == 0 ? "This bundle has none." : $"Name one that this bundle has: {string.Join(", ", ids)}.");
    }

    private static string NameOf(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
