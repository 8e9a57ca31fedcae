using Slipway.Migrations.Tests.Harness;

namespace Slipway.Migrations.Tests.Judging;

/// <summary>Folders that begin in the middle of a history: what PostgreSQL misses is made, and only what the statement does is judged.</summary>
public sealed class StageTests(Server server) : IDisposable
{
    private readonly SqlFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DROP TABLE IF EXISTS parcels;", "MIG102 Error public.parcels")]
    [InlineData("DROP INDEX IF EXISTS parcels_weight;", "MIG110 Error public.parcels_weight_table")]
    [InlineData("ALTER TABLE parcels ALTER COLUMN weight DROP NOT NULL;", "MIG108 Error public.parcels.weight")]
    [InlineData("ALTER TABLE parcels ALTER COLUMN sent TYPE timestamptz USING sent AT TIME ZONE 'UTC';", "MIG105 Error public.parcels.sent")]
    [InlineData("ALTER TABLE parcels ADD COLUMN label text DEFAULT make_label();", "MIG115 Warning public.parcels.label")]
    [InlineData("REINDEX TABLE parcels;", "MIG110 Error public.parcels")]
    [InlineData("REINDEX SCHEMA depot;", "MIG110 Error depot.staged")]
    [InlineData("REINDEX SCHEMA CONCURRENTLY depot;")]
    [InlineData("CREATE TRIGGER weigh BEFORE INSERT ON parcels FOR EACH ROW EXECUTE FUNCTION weigh();")]
    public async Task What_is_missing_is_made_as_PostgreSQL_asks_for_it(string sql, params string[] expected)
    {
        var judgement = await server.JudgeAsync(_folder.With("V7__middle", sql).Read(), new() { StageMissing = true });

        Assert.Equal(expected, judgement.Rules());
        Assert.NotEmpty(judgement.Staged);
    }

    [Fact]
    public async Task What_nobody_can_make_is_refused() =>
        Assert.Contains("extension \"moonlight\" is not available", (await server.JudgeAsync(_folder.With("V7__middle", "CREATE EXTENSION moonlight;").Read(), new() { StageMissing = true })).Only("MIG100").Message);
}
