using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Judging;

/// <summary>Finds services that would take each other's migrations for their own.</summary>
internal static class HistorySharing
{
    public static ImmutableArray<Problem> Of(IEnumerable<(string Service, string? Database, MigrationSet Set)> sets) =>
    [
        .. from entry in sets
           let database = entry.Database ?? entry.Set.Database
           where database is not null && entry.Set.History is not null
           group entry by (Database: database.ToUpperInvariant(), Schema: entry.Set.History!.Schema ?? "public", entry.Set.History.Table) into same
           where same.Skip(1).Any()
           let services = same.Select(entry => $"'{entry.Service}'").Order(StringComparer.Ordinal).ToArray()
           orderby services[0]
           select new Problem
           {
               Code = Codes.SharedHistory,
               Message = $"The services {string.Join(" and ", services)} keep their migration history in one table, '{same.Key.Schema}.{same.Key.Table}' of the database "
                   + $"'{same.First().Database ?? same.First().Set.Database}': each takes the other's migrations for unknown ones, or for its own.",
               Mend = "give each service a database of its own; until then, a history table of its own: UseNpgsql(…, npgsql => npgsql.MigrationsHistoryTable(\"__EFMigrationsHistory\", \"its_schema\"))",
           },
    ];
}
