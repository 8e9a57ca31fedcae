using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Migrations.Tests.Harness;
using Slipway.Model;

namespace Slipway.Migrations.Tests.Conformance;

/// <summary>Runs every published case through the judge, once for all tests.</summary>
public sealed partial class PublishedVerdicts(Server server) : IDisposable
{
    private const string File = "migration-cases.json";
    private const string SetUpId = "00_set_up";
    private readonly SemaphoreSlim _one = new(1);
    private IReadOnlyList<(PublishedCase Case, Judgement Judgement, bool Fired)>? _verdicts;

    public async Task<IReadOnlyList<(PublishedCase Case, Judgement Judgement, bool Fired)>> AllAsync()
    {
        var path = Candidates().Select(folder => Path.Combine(folder, "data", File)).FirstOrDefault(System.IO.File.Exists);
        Assert.SkipWhen(path is null, $"{File} is absent: neither SLIPWAY_SHARED nor a folder 'shared' beside the repository holds it.");
        await _one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _verdicts ??= await JudgeAllAsync(JsonElement.Parse(await System.IO.File.ReadAllTextAsync(path!)));
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyList<(PublishedCase Case, Judgement Judgement, bool Fired)>> JudgeAllAsync(JsonElement file)
    {
        var setUp = file.GetProperty("meta").GetProperty("strong_migrations_setup").GetString()!;
        var verdicts = new List<(PublishedCase, Judgement, bool)>();
        foreach (var published in file.GetProperty("cases").EnumerateArray().Where(element => element.GetProperty("our_rule").ValueKind == JsonValueKind.String).Select(PublishedCase.Read))
        {
            var sql = PostgresWords.Of(published);
            // REINDEX wants the name of the database that it runs in, and a table to have something to do.
            var name = Reindexed.Match(sql) is { Success: true } match ? match.Groups["name"].Value : Server.NewName();
            var scratch = await server.Cluster.CreateDatabaseAsync(name, null, TestContext.Current.CancellationToken);
            var before = Reindexed.IsMatch(sql) ? "CREATE TABLE reindexed (id bigint PRIMARY KEY)" : published.Source == "ankane/strong_migrations" ? SetUp(setUp) : null;
            var judgement = await MigrationJudge.JudgeAsync(
                SetOf(published, before, sql), scratch, new() { OldestServer = published.Server, RunnerSetsTimeouts = false, StageMissing = true }, TestContext.Current.CancellationToken);
            await server.Cluster.DropDatabaseAsync(name, TestContext.Current.CancellationToken);
            judgement = judgement with { Findings = [.. judgement.Findings.Where(finding => finding.Migration != SetUpId)] };
            verdicts.Add((published, judgement, judgement.Findings.Any(finding => finding.Rule == published.OurRule)));
        }
        return verdicts;
    }

    private static string SetUp(string text) => text.Replace("CREATE EXTENSION citext, btree_gist", "CREATE EXTENSION citext; CREATE EXTENSION btree_gist", StringComparison.Ordinal);

    private static MigrationSet SetOf(PublishedCase published, string? before, string sql)
    {
        string[] scripts = published.Scripts is { Length: > 0 } several ? several : [sql];
        return new()
        {
            Context = published.Id,
            // Whoever assumes a transaction around everything is a bundle.
            Source = published.AssumesTransaction && sql.Trim().TrimEnd(';').Contains(';', StringComparison.Ordinal) ? MigrationSource.Bundle : MigrationSource.SqlFolder,
            Migrations =
            [
                .. before is null ? [] : (Migration[])[Migration(SetUpId, before, false)],
                .. scripts.Select((script, at) => Migration($"{at + 1:00}_{published.Id}", script, published.HasNoTransaction && published.Scripts.Length == 0)),
            ],
        };
    }

    private static Migration Migration(string id, string sql, bool hasNoTransaction) => new()
    {
        Id = id,
        Digest = Digest.Of(sql),
        Up = [new() { Commands = [new(sql, hasNoTransaction, 1)] }],
        Down = [],
    };

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("SLIPWAY_SHARED") is { Length: > 0 } named) yield return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared");
    }

    [GeneratedRegex(@"REINDEX\s+(\([^)]*\)\s*)?(DATABASE|SYSTEM)\s+(CONCURRENTLY\s+)?""?(?<name>\w+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reindexed { get; }
}
