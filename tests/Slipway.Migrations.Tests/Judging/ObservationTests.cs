using System.Collections.Immutable;
using Slipway.Migrations.Statistics;
using Slipway.Migrations.Tests.Harness;
using Slipway.Model.Problems;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Tests.Judging;

public sealed class ObservationTests(Server server) : IDisposable
{
    private readonly SqlFolder _folder = new SqlFolder().With("V1__products", "CREATE TABLE products (id bigint PRIMARY KEY, name text, price int NOT NULL);");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ALTER TABLE products ADD COLUMN note text;")]
    [InlineData("ALTER TABLE products ADD COLUMN stock int NOT NULL DEFAULT 0;")]
    [InlineData("CREATE INDEX CONCURRENTLY products_name ON products (name);")]
    [InlineData("CREATE TABLE suppliers (id bigint PRIMARY KEY, product_id bigint REFERENCES products (id));")]
    [InlineData("ALTER TABLE products RENAME TO goods; CREATE VIEW products AS SELECT * FROM goods;")]
    [InlineData("UPDATE products SET name = 'none' WHERE name IS NULL;")]
    [InlineData("ALTER TABLE products ALTER COLUMN price SET DEFAULT 3;")]
    public async Task What_old_code_and_a_busy_table_bear_is_let_pass(string sql) => Assert.Empty((await server.JudgeAsync(_folder.With("V2__change", sql).Read())).Told());

    [Theory]
    [InlineData("DO $$ BEGIN EXECUTE 'ALTER TABLE prod' || 'ucts DROP COLUMN name'; END $$;", "MIG101 Error public.products.name")]
    [InlineData("DO $$ BEGIN EXECUTE 'TRUNCATE prod' || 'ucts'; END $$;", "MIG102 Error public.products")]
    [InlineData("ALTER TABLE products ALTER COLUMN price TYPE bigint;", "MIG105 Error public.products.price", "MIG106 Warning public.products.price")]
    [InlineData("ALTER TABLE products ALTER COLUMN price DROP NOT NULL;", "MIG108 Error public.products.price")]
    [InlineData("ALTER TABLE products ADD COLUMN stock int NOT NULL DEFAULT 0; ALTER TABLE products ALTER COLUMN stock DROP DEFAULT;", "MIG109 Error public.products.stock")]
    [InlineData("ALTER TABLE products ADD COLUMN note text; CREATE INDEX CONCURRENTLY products_name ON products (name);", "MIG111 Error")]
    [InlineData("ALTER TABLE products ADD COLUMN code uuid DEFAULT gen_random_uuid();", "MIG115 Warning public.products.code")]
    [InlineData("SET client_min_messages = error; ALTER TABLE products ADD COLUMN code uuid DEFAULT gen_random_uuid();", "MIG115 Warning public.products.code")]
    public async Task What_hurts_is_told_however_it_is_written(string sql, params string[] expected) =>
        Assert.Equal(expected, (await server.JudgeAsync(_folder.With("V2__change", sql).Read())).Rules());

    [Theory]
    [InlineData("COPY products FROM STDIN;", "COPY FROM STDIN and COPY TO STDOUT exchange rows with whoever runs the statement, and who runs migrations has none (SQLSTATE 0A000)", "Write rows as INSERT (pg_dump --inserts does)")]
    [InlineData("COPY products TO STDOUT;", "COPY FROM STDIN and COPY TO STDOUT exchange rows with", "Write rows as INSERT")]
    [InlineData("SELECT pg_terminate_backend(pg_backend_pid());", "terminating connection due to administrator command (SQLSTATE 57P01)", "Mend the statement")]
    public async Task A_statement_that_ends_the_session_is_refused_like_any_other(string sql, string said, string mend)
    {
        var finding = (await server.JudgeAsync(_folder.With("V2__change", $"SELECT 1;\n{sql}").Read())).Only("MIG100");

        Assert.StartsWith($"PostgreSQL refuses it: {said}", finding.Message);
        Assert.StartsWith(mend, finding.Mend);
        Assert.Equal(3, finding.Line);
    }

    [Fact]
    public async Task A_statement_says_what_it_locks_and_whether_it_rewrites()
    {
        var judgement = await server.JudgeAsync(_folder.With("V2__a", "ALTER TABLE products ALTER COLUMN price TYPE numeric;").With("V3__b", "CREATE INDEX products_name ON products (name);").Read());

        Assert.Equal(
            [("V1__products", LockLevel.None, null, false), ("V2__a", LockLevel.AccessExclusive, "public.products", true), ("V3__b", LockLevel.Share, "public.products", false)],
            judgement.Statements.Select(statement => (statement.Migration, statement.Lock, statement.Table, statement.Rewrite)));
    }

    [Fact]
    public async Task A_table_that_is_known_to_be_small_may_be_held_up_for_a_moment()
    {
        var set = _folder.With("V2__index", "CREATE INDEX products_name ON products (name);").Read();
        async Task<MigrationFinding> Judge(long rows) =>
            (await server.JudgeAsync(set, new() { Statistics = new(ImmutableDictionary<string, long>.Empty.Add("public.products", rows)) })).Only("MIG110");

        Assert.Equal((Severity.Warning, 400), ((await Judge(400)).Severity, (await Judge(400)).Rows));
        Assert.Equal(Severity.Error, (await Judge(4_000_000)).Severity);
    }

    [Fact]
    public async Task A_refused_statement_ends_the_judgement_and_says_why()
    {
        var judgement = await server.JudgeAsync(_folder.With("V2__bad", "ALTER TABLE products ADD COLUMN ok int;\nALTER TABLE missing ADD COLUMN x int;").With("V3__next", "SELECT 1;").Read());

        var finding = judgement.Only("MIG100");
        Assert.Equal((3, 2), (finding.Line, finding.StatementNumber));
        Assert.Contains("relation \"missing\" does not exist (SQLSTATE 42P01)", finding.Message);
        Assert.DoesNotContain(judgement.Statements, statement => statement.Migration == "V3__next");
    }

    [Fact]
    public async Task A_folder_that_begins_in_the_middle_is_judged_on_a_stage_and_says_what_was_made()
    {
        using var folder = new SqlFolder().With("V7__middle", "ALTER TABLE orders DROP COLUMN total;");

        var judgement = await server.JudgeAsync(folder.Read(), new() { StageMissing = true });

        Assert.Equal("public.orders.total", judgement.Only("MIG101").Object);
        Assert.Equal(["table orders", "column public.orders.total"], judgement.Staged);
    }

    [Fact]
    public async Task A_concurrent_index_is_asked_for_its_lock_while_it_waits()
    {
        var judgement = await server.JudgeAsync(_folder.With("V2__index", "CREATE INDEX CONCURRENTLY products_name ON products (name);").Read());

        Assert.Equal((LockLevel.ShareUpdateExclusive, "public.products"), judgement.Statements.Select(statement => (statement.Lock, statement.Table)).Last());
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_bad_input()
    {
        var failure = await Assert.ThrowsAsync<BadInputException>(() =>
            MigrationJudge.JudgeAsync(_folder.Read(), "Host=127.0.0.1;Port=1;Username=me;Password=hush;Database=x;Timeout=2", null, TestContext.Current.CancellationToken));

        Assert.StartsWith("SLP3160: The scratch database 'x' on 127.0.0.1:1 cannot be used", failure.Message);
        Assert.DoesNotContain("hush", failure.Message);
    }

    [Fact]
    public void Statistics_name_the_line_that_is_no_number()
    {
        var root = Directory.CreateTempSubdirectory("slipway-statistics-");
        File.WriteAllText(Path.Combine(root.FullName, TableStatistics.FileName), "tables:\n  orders: 1200000\n  public.lines: many\n");

        var failure = Assert.Throws<BadInputException>(() => TableStatistics.Read(root.FullName, TableStatistics.FileName));

        Assert.StartsWith("statistics.yaml(3,17): SLP1061: The rows of 'public.lines' are no whole number.", failure.Message);
        root.Delete(recursive: true);
    }
}
