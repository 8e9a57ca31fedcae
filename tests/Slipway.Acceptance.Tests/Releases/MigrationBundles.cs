using System.Collections.Immutable;
using Npgsql;
using Slipway.Acceptance.Tests.Harness;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;

namespace Slipway.Acceptance.Tests.Releases;

public sealed class MigrationBundles(ReferencePlatform platform)
{
    // Every column of every table, and what the bundle notes of itself.
    private const string Schema = """
        SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1
        """;

    [Fact]
    public async Task A_bundle_out_of_a_release_makes_the_schema_and_changes_nothing_when_it_is_run_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var provider = await PostgresProvider.FindAsync(Path.Combine(platform.Artifacts, "tools"), cancellationToken: cancellation);
        await using var cluster = await provider.StartAsync(cancellation);
        var database = await cluster.CreateDatabaseAsync("by_hand", cancellationToken: cancellation);

        var first = await ApplyAsync(database);
        var made = await ReadAsync(database);
        var second = await ApplyAsync(database);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("products.name character varying", made);
        Assert.Contains(made, line => line.EndsWith("_AddProductSearch", StringComparison.Ordinal));
        Assert.Equal((0, "Nothing to do: the database is there already."), (second.ExitCode, second.Output.Trim()));
        Assert.Equal(made, await ReadAsync(database));
    }

    private Task<ProcessResult> ApplyAsync(string database)
    {
        var bundle = Path.Combine(platform.ReleaseOf("services/catalog"), "migrate", "Catalog.Migrate.dll");
        return new ProcessRunner().RunAsync(ProcessRequest.For("dotnet", bundle, "--connection", database), TestContext.Current.CancellationToken);
    }

    private static async Task<ImmutableArray<string>> ReadAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false });
        await using var command = source.CreateCommand(Schema);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = ImmutableArray.CreateBuilder<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(rows.GetString(0));
        return lines.ToImmutable();
    }
}
