using System.Diagnostics;
using System.Globalization;
using System.Text;
using Slipway.Machine.Postgres;
using Slipway.Migrations;
using Slipway.Model;

namespace Slipway.Benchmarks.Migrations;

/// <summary>What it costs to judge a service with 30 migrations: by what its bundle describes, and by running them on a real PostgreSQL.</summary>
internal static class MigrationFigures
{
    private const int Migrations = 30;
    private const int Rounds = 5;
    private static readonly TimeSpan _operationBound = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan _observationBound = TimeSpan.FromSeconds(5);

    public static async Task<int> MeasureAsync()
    {
        var document = Document();
        var watch = Stopwatch.StartNew();
        var findings = MigrationJudge.JudgeOperations(MigrationSet.Read(document)).Findings.Length;
        var kept = Say($"{Migrations} migrations by their operations, the first time, {findings} findings", watch.Elapsed, _operationBound);

        await using var cluster = await (await PostgresProvider.FindAsync(Path.Join(Path.GetTempPath(), "slipway-tools"))).StartAsync();
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            watch.Restart();
            var judgement = await MigrationJudge.JudgeAsync(MigrationSet.Read(document), await cluster.CreateDatabaseAsync($"judge_{round}"));
            times.Add(watch.Elapsed);
            if (judgement.Statements.Length != Migrations * 3) throw new InvalidOperationException("Not every statement was run.");
        }
        kept &= Say($"{Migrations} migrations of 3 statements by observation, the first time", times[0], _observationBound);
        kept &= Say($"the same, median of {Rounds}", times.Order().ElementAt(Rounds / 2), _observationBound);
        return kept ? 0 : 1;
    }

    // Each makes a table, adds a column to the one before and fills it, so that the schema grows as a service's does.
    private static string Document()
    {
        var migrations = new StringBuilder();
        for (var number = 1; number <= Migrations; number++)
        {
            var (table, before) = ($"table_{number}", $"table_{Math.Max(1, number - 1)}");
            migrations.Append(number == 1 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {"id": "202601{{number:00}}000000_Step", "digest": "{{Digest.Of(table)}}", "attributes": {"phase": "expand", "irreversible": "a figure"}, "down": null, "up": [
                  {"operation": "CreateTableOperation", "properties": {"name": "{{table}}"}, "commands": [{"sql": "CREATE TABLE {{table}} (id bigint PRIMARY KEY, name text NOT NULL, price numeric(10,2), made timestamptz);"}]},
                  {"operation": "AddColumnOperation", "properties": {"table": "{{before}}", "name": "extra_{{number}}", "isNullable": true}, "commands": [{"sql": "ALTER TABLE {{before}} ADD COLUMN extra_{{number}} integer;"}]},
                  {"operation": "SqlOperation", "properties": {"sql": "UPDATE {{before}} SET extra_{{number}} = 1;"}, "commands": [{"sql": "UPDATE {{before}} SET extra_{{number}} = 1;"}]}]}
                """);
        }
        return $$"""{"format": 1, "context": "FigureDb", "migrations": [{{migrations}}]}""";
    }

    private static bool Say(string what, TimeSpan time, TimeSpan bound)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {time.TotalSeconds:0.000} s, bound {bound.TotalSeconds:0.0} s{(time <= bound ? "" : ": MISSED")}"));
        return time <= bound;
    }
}
