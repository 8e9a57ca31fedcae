using System.Collections.Immutable;
using Npgsql;
using Slipway.Acceptance.Tests.Harness;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;
using Slipway.Machine.Programs;

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

    [Theory]
    [InlineData("services/catalog")]
    [InlineData("services/ordering")]
    public async Task A_bundle_is_one_file_of_ten_megabytes_at_most_and_what_lies_in_it_runs_where_its_start_does_not(string service)
    {
        var bundle = BundleOf(service);
        var folder = platform[$"artifacts/unpacked/{Path.GetFileName(bundle)}"];

        SingleFile.Unpack(bundle, folder);
        var itself = await RunAsync(ProcessRequest.For(bundle, "describe"));
        var unpacked = await RunAsync(ProcessRequest.For("dotnet", "exec", Path.Combine(folder, $"{Path.GetFileName(bundle)}.dll"), "describe"));

        Assert.InRange(new FileInfo(bundle).Length, 1_000_000, 10_000_000);
        Assert.Equal((0, ""), (itself.ExitCode, itself.Error));
        Assert.Equal(itself.Output, unpacked.Output);
        Assert.DoesNotContain(Directory.GetFiles(folder), file => Path.GetFileName(file).StartsWith("appsettings", StringComparison.Ordinal) || file.EndsWith(".pdb", StringComparison.Ordinal));
    }

    private Task<ProcessResult> ApplyAsync(string database) => RunAsync(ProcessRequest.For(BundleOf("services/catalog"), "--connection", database));

    private string BundleOf(string service) => Assert.Single(Directory.GetFiles(Path.Combine(platform.ReleaseOf(service), "migrate")));

    private static Task<ProcessResult> RunAsync(ProcessRequest request) => new ProcessRunner().RunAsync(request, TestContext.Current.CancellationToken);

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
