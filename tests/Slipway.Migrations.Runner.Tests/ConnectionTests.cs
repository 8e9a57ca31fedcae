using Npgsql;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class ConnectionTests(Server server)
{
    private const string Secret = "hunter2-and-more";

    [Fact]
    public async Task The_connection_string_comes_from_the_environment_when_it_is_not_given() =>
        Assert.Equal(ExitCode.Done, (await RunAsync([], variable: await server.DatabaseAsync())).Code);

    [Fact]
    public async Task A_hyphen_reads_it_from_standard_input() =>
        Assert.Equal(ExitCode.Done, (await RunAsync(["--connection", "-"], input: await server.DatabaseAsync() + "\n")).Code);

    [Fact]
    public async Task A_response_file_holds_one_word_a_line()
    {
        var file = Path.Join(Directory.CreateTempSubdirectory("runner").FullName, "args.rsp");
        await File.WriteAllLinesAsync(file, ["CreateOrders", "", "--connection", await server.DatabaseAsync()], TestContext.Current.CancellationToken);

        var run = await RunAsync([$"@{file}"]);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_missing_database_is_not_created_even_by_someone_who_could()
    {
        var missing = server.Missing();

        foreach (var verb in new[] { "apply", "status" })
        {
            var run = await Bundle.ShopAsync(missing, verb);
            Assert.Equal(ExitCode.Unreachable, run.Code);
            Assert.Contains("3D000", run.Error, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<PostgresException>(() => Server.TablesAsync(missing));
    }

    [Theory]
    [InlineData("--verbose")]
    [InlineData("--json")]
    [InlineData("status")]
    public async Task A_server_that_does_not_answer_has_its_own_exit_code_and_the_password_is_never_printed(string word)
    {
        var run = await Bundle.ShopAsync($"Host=127.0.0.1;Port=1;Database=shop;Username={Secret};Password={Secret};Timeout=2", word);

        Assert.Equal(ExitCode.Unreachable, run.Code);
        Assert.DoesNotContain(Secret, run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_names_everything_but_the_password()
    {
        var database = new NpgsqlConnectionStringBuilder(await server.DatabaseAsync()) { Password = Secret };

        var run = await Bundle.ShopAsync(database.ConnectionString, "--verbose");

        Assert.Equal((ExitCode.Unreachable, ""), (run.Code, run.Out));
        Assert.Equal(
            $"""
            error SLP3204: Slipway.Migrations.Runner.Tests: The database '{database.Database}' at {database.Host}:{database.Port} cannot be reached as the role '{database.Username}': 28P01: password authentication failed for user "{database.Username}". Nothing was changed.
              mend: The server does not let this role in. Correct the user name and the password in the connection string, or what pg_hba.conf allows.

            """, run.Error);
    }

    [Fact]
    public async Task A_database_that_there_is_not_and_a_server_that_there_is_not_have_a_mend_of_their_own()
    {
        var missing = await Bundle.ShopAsync(server.Missing());
        var nowhere = await Bundle.ShopAsync("Host=127.0.0.1;Port=1;Database=shop;Username=me;Timeout=2");

        Assert.EndsWith($"mend: Correct the database's name in the connection string, or make the database; it is never created here.{Environment.NewLine}", missing.Error, StringComparison.Ordinal);
        Assert.StartsWith("error SLP3204: Slipway.Migrations.Runner.Tests: The database 'shop' at 127.0.0.1:1 cannot be reached as the role 'me': ", nowhere.Error, StringComparison.Ordinal);
        Assert.EndsWith($"mend: See that the server is up, and that host and port in the connection string are its own; then run it again.{Environment.NewLine}", nowhere.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_not_quoted()
    {
        var run = await RunAsync(["--connection", Secret]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.DoesNotContain(Secret, run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"Host=127.0.0.1;Database=shop;Port=5432 Password={Secret};Username=me")]
    [InlineData($"Host=127.0.0.1;Database=shop;Port=none;Password={Secret}")]
    [InlineData($"Host=127.0.0.1;Database=shop;Nonsense=1;Password={Secret}")]
    [InlineData($"Host=127.0.0.1;Password={Secret}")]
    [InlineData($"Host=127.0.0.1;Database=;Password={Secret}")]
    public async Task A_connection_string_that_the_provider_cannot_use_is_refused_and_not_quoted(string connection)
    {
        foreach (var verb in new[] { "apply", "status" })
        {
            var run = await Bundle.ShopAsync(connection, verb);
            Assert.Equal(ExitCode.Usage, run.Code);
            Assert.StartsWith("error SLP3201: Slipway.Migrations.Runner.Tests: The connection string ", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, run.Out + run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_password_that_is_a_word_of_ours_spoils_no_line_of_JSON()
    {
        var run = await Bundle.ShopAsync("Host=127.0.0.1;Port=1;Database=shop;Username=me;Password=message;Timeout=2", "--json");

        var line = System.Text.Json.Nodes.JsonNode.Parse(run.Out)!;
        Assert.Equal("failed", (string?)line["event"]);
        Assert.NotNull(line["message"]);
    }

    [Fact]
    public async Task No_connection_string_at_all_says_where_one_can_be_given()
    {
        var run = await RunAsync([]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("SLIPWAY_CONNECTION", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_PostgreSQL_can_tell_is_not_asked_of_another_database()
    {
        var run = await Bundle.RunAsync(_ => new ForeignDb(), ["compat", "--connection", "Data Source=:memory:"]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Sqlite", run.Error, StringComparison.Ordinal);
    }

    private static Task<Bundle> RunAsync(string[] args, string input = "", string? variable = null) =>
        Bundle.RunAsync(text => new ShopDb(text), args, input, variable);
}
