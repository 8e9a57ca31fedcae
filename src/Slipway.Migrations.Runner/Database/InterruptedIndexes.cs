using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.Verbs;

namespace Slipway.Migrations.Runner.Database;

/// <summary>
/// What <c>CREATE INDEX CONCURRENTLY</c> leaves when it is cut off: an index that is invalid, costs every writer, helps no reader, and has the
/// name that the next run wants to give. It is dropped there, and so built anew.
/// </summary>
internal static partial class InterruptedIndexes
{
    /// <param name="run">Tells what is dropped.</param>
    /// <param name="context">Of the service, its connection open and the deployment lock held: nobody else builds one now.</param>
    /// <param name="pending">The migrations that are about to run. No other migration's index is touched.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task DropAsync(Run run, DbContext context, IEnumerable<string> pending, CancellationToken cancellation)
    {
        if (context.Database.ProviderName != Session.PostgreSql) return;
        var names = pending.SelectMany(id => MigrationStatements.Of(context, id))
            .SelectMany(command => Build.Matches(command.CommandText)).Select(build => NameOf(build.Groups["name"].Value)).Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var left = await context.Database.AskAsync(
                """
                SELECT format('%I.%I', n.nspname, c.relname) FROM pg_index i
                JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE NOT i.indisvalid AND c.relname = @name ORDER BY 1 LIMIT 1
                """, cancellation, ("name", name));
            if (left is not string index) continue;
            run.Journal.Say("dropping", $"The index {index} is invalid: its build was cut off. It is dropped, and built anew.");
            await context.Database.AskAsync($"DROP INDEX CONCURRENTLY IF EXISTS {index}", cancellation);
        }
    }

    private static string NameOf(string written) => written.StartsWith('"')
        ? written[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
        : written.ToLowerInvariant();

    [GeneratedRegex("""\bCREATE\s+(?:UNIQUE\s+)?INDEX\s+CONCURRENTLY\s+(?:IF\s+NOT\s+EXISTS\s+)?(?<name>"(?:[^"]|"")+"|[\w$]+)\s+ON\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Build { get; }
}
