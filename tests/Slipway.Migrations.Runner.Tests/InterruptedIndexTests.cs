using Npgsql;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class InterruptedIndexTests(Server server)
{
    private const string Invalid = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid ORDER BY 1";

    [Fact]
    public async Task An_index_whose_build_was_cut_off_is_dropped_and_built_anew()
    {
        var database = await server.DatabaseAsync();
        Assert.Equal(ExitCode.Done, (await RunAsync(database, IndexDb.First)).Code);
        await using (var writer = await Server.OpenAsync(database))
        await using (await writer.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var insert = new NpgsqlCommand("INSERT INTO rows VALUES (1)", writer);
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            Assert.Equal(ExitCode.Locked, (await RunAsync(database, "--table-lock-timeout", "1", "--retries", "0")).Code);
        }
        Assert.Equal(["\"IX_rows\""], await Server.ReadAsync(database, Invalid));

        var next = await RunAsync(database);

        Assert.Equal((ExitCode.Done, ""), (next.Code, next.Error));
        Assert.Contains("The index public.\"IX_rows\" is invalid: its build was cut off. It is dropped, and built anew.", next.Out, StringComparison.Ordinal);
        Assert.Empty(await Server.ReadAsync(database, Invalid));
        Assert.Contains("IX_rows", await Server.ReadAsync(database, "SELECT indexname::text FROM pg_indexes WHERE tablename = 'rows'"));
    }

    [Fact]
    public async Task An_invalid_index_that_no_pending_migration_builds_is_left_alone()
    {
        var database = await server.DatabaseAsync();
        Assert.Equal(ExitCode.Done, (await RunAsync(database, IndexDb.First)).Code);
        await Server.ExecuteAsync(database, "INSERT INTO rows VALUES (1), (1)");
        await Assert.ThrowsAsync<PostgresException>(() => Server.ExecuteAsync(database, "CREATE UNIQUE INDEX CONCURRENTLY theirs ON rows (id)"));

        Assert.Equal(ExitCode.Done, (await RunAsync(database)).Code);

        Assert.Equal(["theirs"], await Server.ReadAsync(database, Invalid));
    }

    private static Task<Bundle> RunAsync(string database, params string[] args) => Bundle.RunAsync(text => new IndexDb(text), [.. args, "--connection", database]);
}
