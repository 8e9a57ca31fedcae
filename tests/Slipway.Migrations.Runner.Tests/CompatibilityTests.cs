using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Slipway.Migrations.Runner.Tests.Compatibility;

namespace Slipway.Migrations.Runner.Tests;

public sealed class CompatibilityTests(Server server)
{
    public static TheoryData<string> Names => [.. Scenario.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_breaks_the_old_release_is_refused_before_it_does(string name)
    {
        var scenario = Scenario.All.Single(scenario => scenario.Name == name);
        var database = await ChangedAsync(scenario.Sql);

        var run = await Bundle.RunAsync(text => new OldDb(text), ["compat", "--json", "--connection", database]);
        var failure = await OldClient.UseAsync(Unpooled(database), TestContext.Current.CancellationToken);

        Assert.Equal((scenario.Breaks, scenario.Refused ? ExitCode.Drift : ExitCode.Done, ""), (failure is not null, run.Code, run.Error));
        // What reads badly in the client is an exception of its own, and has no SQLSTATE.
        if (StateOf(failure) is { } state)
            Assert.Contains($"\"sqlState\":\"{state}\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_33_changes_none_that_breaks_is_let_through_and_the_four_that_are_refused_and_break_nothing_hold_while_values_fit()
    {
        Assert.Equal(33, Names.Count);
        Assert.DoesNotContain(Scenario.All, scenario => scenario.Breaks && !scenario.Refused);
        Assert.Equal(
            ["int to bigint", "int to numeric", "text to varchar(200)", "bigint key to int"],
            Scenario.All.Where(scenario => scenario.Refused && !scenario.Breaks).Select(scenario => scenario.Name));
    }

    [Fact]
    public async Task A_finding_says_what_breaks_and_how_to_mend_it()
    {
        var database = await ChangedAsync("ALTER TABLE orders ADD region text NOT NULL DEFAULT 'eu'; ALTER TABLE orders ALTER region DROP DEFAULT");

        var run = await Bundle.RunAsync(text => new OldDb(text), ["compat", "--json", "--connection", database]);

        var finding = JsonNode.Parse(run.Out)!;
        Assert.Equal(("incompatible", "public.orders.region", """["insert"]""", "23502"),
            ((string)finding["event"]!, (string)finding["object"]!, finding["breaks"]!.ToJsonString(), (string)finding["sqlState"]!));
        Assert.StartsWith("Give it a default", (string)finding["mend"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_guarded_a_table_before_is_no_news_when_a_baseline_shows_it()
    {
        const string check = "ALTER TABLE orders ADD CONSTRAINT ck_quantity CHECK (quantity >= 0)";
        var (baseline, same) = (await ChangedAsync(check), await ChangedAsync(check));
        var stricter = await ChangedAsync(check.Replace(">= 0", ">= 1", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Done, (await CompareAsync(same, baseline)).Code);
        Assert.Equal(ExitCode.Drift, (await CompareAsync(stricter, baseline)).Code);
    }

    [Fact]
    public async Task It_changes_nothing_and_does_not_look_at_the_history()
    {
        var database = await ChangedAsync("SELECT 1");

        var run = await Bundle.RunAsync(text => new OldDb(text), ["compat", "--connection", database]);

        Assert.Equal((ExitCode.Done, "The code of this release works on this schema."), (run.Code, run.Out.TrimEnd()));
        Assert.Equal(["lines", "orders"], await Server.ReadAsync(database, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"));
    }

    private static Task<Bundle> CompareAsync(string database, string baseline) =>
        Bundle.RunAsync(text => new OldDb(text), ["compat", "--connection", database, "--baseline", baseline]);

    private async Task<string> ChangedAsync(string sql)
    {
        var database = await server.DatabaseAsync();
        await OldClient.SeedAsync(Unpooled(database), TestContext.Current.CancellationToken);
        await Server.ExecuteAsync(database, sql);
        return database;
    }

    // Npgsql remembers the types of a database that it has a pool for.
    private static string Unpooled(string database) => new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString;

    private static string? StateOf(Exception? failure) =>
        failure is PostgresException { SqlState: var state } ? state : failure is null ? null : StateOf(failure.InnerException);
}
