using Npgsql;
using Slipway.Migrations.Tests.Harness;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Tests.Judging;

/// <summary>A judged migration does nothing outside of the database that was made for it, whoever lends the server.</summary>
public sealed class OutsideTests(Server server) : IDisposable
{
    private const string State =
        """
        SELECT coalesce(string_agg(line, '\n' ORDER BY line), '') FROM (
            SELECT 'database ' || datname || coalesce(obj_description(oid, 'pg_database'), '') AS line FROM pg_database WHERE datname LIKE 'outside%'
            UNION ALL SELECT 'role ' || rolname || rolcreatedb FROM pg_roles WHERE rolname LIKE 'outside%'
            UNION ALL SELECT 'setting ' || name || coalesce(setting, '') FROM pg_file_settings WHERE sourcefile LIKE '%auto.conf') AS lines
        """;

    private readonly SqlFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DROP DATABASE outside;", "must be owner of database outside", "MIG102 Error outside", "MIG113 Error outside")]
    [InlineData("DROP DATABASE outside_and_gone;", "database \"outside_and_gone\" does not exist", "MIG102 Error outside_and_gone", "MIG113 Error outside_and_gone")]
    [InlineData("DROP DATABASE IF EXISTS outside_and_gone;", "database \"outside_and_gone\" does not exist, skipping", "MIG102 Error outside_and_gone", "MIG113 Error outside_and_gone")]
    [InlineData("CREATE DATABASE outside_too;", "permission denied to create database", "MIG113 Error")]
    [InlineData("CREATE ROLE outside_role;", "permission denied to create role", "MIG113 Error")]
    [InlineData("DO $$ BEGIN EXECUTE 'CREATE RO' || 'LE outside_role'; END $$;", "permission denied to create role", "MIG113 Error")]
    [InlineData("CREATE EXTENSION pg_buffercache; CREATE ROLE outside_role;", "permission denied to create role", "MIG113 Error")]
    [InlineData("CREATE EXTENSION pg_buffercache; DO $$ BEGIN PERFORM FROM pg_roles; END $$; CREATE PUBLICATION all_of_it FOR ALL TABLES; CREATE ROLE outside_role;", "permission denied to create role", "MIG113 Error")]
    [InlineData("ALTER ROLE CURRENT_USER CREATEDB;", "permission denied", "MIG113 Error")]
    [InlineData("ALTER SYSTEM SET work_mem = '5MB';", "permission denied to set parameter \"work_mem\"", "MIG113 Error")]
    [InlineData("COMMENT ON DATABASE outside IS 'ours';", "must be owner of database outside", "MIG113 Error outside")]
    [InlineData("CREATE TABLE t (n int); COPY t TO PROGRAM 'cat';", "must be superuser or have privileges of the pg_execute_server_program role to COPY to or from an external program", "MIG113 Error")]
    public async Task What_reaches_beyond_its_database_is_told_and_not_done(string sql, string said, params string[] expected)
    {
        await OutsideAsync();
        var before = await Server.OneAsync(server.Cluster.AdminConnectionString, State);

        var judgement = await server.JudgeAsync(_folder.With("V1__outside", sql).Read());

        Assert.Equal(expected, judgement.Rules());
        Assert.StartsWith($"it asks for more than its own database: {said}", judgement.Only("MIG113").Message);
        Assert.Equal(said.EndsWith("skipping"), judgement.IsWhole);
        Assert.Equal(before, await Server.OneAsync(server.Cluster.AdminConnectionString, State));
    }

    [Theory]
    [InlineData("CREATE EXTENSION pg_buffercache;")]
    [InlineData("CREATE FUNCTION seen() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER seen ON ddl_command_end EXECUTE FUNCTION seen(); CREATE TABLE t (n int);")]
    [InlineData("CREATE PUBLICATION everything FOR ALL TABLES;")]
    [InlineData("COMMENT ON SCHEMA public IS 'ours';")]
    [InlineData("CREATE FUNCTION never() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'CREATE ROLE outside_role'; END $$; CREATE EVENT TRIGGER never ON ddl_command_end EXECUTE FUNCTION never(); "
        + "ALTER EVENT TRIGGER never ENABLE ALWAYS; CREATE EXTENSION pg_buffercache; CREATE EXTENSION citext; DROP EXTENSION citext;")]
    public async Task What_stays_in_its_database_is_let_pass_although_PostgreSQL_may_ask_for_a_superuser(string sql)
    {
        var before = await Server.OneAsync(server.Cluster.AdminConnectionString, State);

        var judgement = await server.JudgeAsync(_folder.With("V1__inside", sql).Read());

        Assert.False(judgement.Told().Any(), string.Join("\n", judgement.Told()));
        Assert.True(judgement.IsWhole);
        Assert.Equal(before, await Server.OneAsync(server.Cluster.AdminConnectionString, State));
    }

    [Theory]
    [InlineData("GRANT SELECT ON t TO readers;", "MIG100", "Grant to a role only where the server has it: IF EXISTS (SELECT FROM pg_roles WHERE rolname = '…') in a DO block")]
    [InlineData("ALTER TABLE t OWNER TO readers;", "MIG100", "Grant to a role only where the server has it")]
    [InlineData("DO $$ BEGIN CREATE EXTENSION pg_buffercache; END $$;", "MIG113", "write CREATE EXTENSION as a statement of its own, outside of DO and of functions")]
    [InlineData("CREATE ROLE outside_role;", "MIG113", "Leave roles, other databases and the server's settings to whoever runs the server")]
    [InlineData("ALTER DATABASE shop SET timezone = 'UTC';", "MIG113", "If 'shop' is what its own database is called somewhere, name that by current_database()")]
    public async Task What_PostgreSQL_refuses_for_what_the_server_has_is_mended_in_a_way_that_passes(string sql, string rule, string mend) =>
        Assert.Contains(mend, (await server.JudgeAsync(_folder.With("V1__t", "CREATE TABLE t (n int);").With("V2__a", sql).Read())).Only(rule).Mend);

    [Fact]
    public async Task What_is_granted_only_where_the_role_is_there_passes() => Assert.Empty((await server.JudgeAsync(_folder.With(
        "V1__t", "CREATE TABLE t (n int); DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'readers') THEN GRANT SELECT ON t TO readers; END IF; END $$;").Read())).Told());

    [Fact]
    public async Task A_lender_who_is_no_superuser_gets_the_same_verdict_and_nothing_is_left_of_the_owner()
    {
        var lent = await LendAsync("CREATEROLE CREATEDB");

        var judgement = await MigrationJudge.JudgeAsync(
            _folder.With("V1__a", "CREATE TABLE products (id bigint PRIMARY KEY, price int);").With("V2__b", "ALTER TABLE products DROP COLUMN price;").With("V3__c", "CREATE ROLE outside_role;").Read(),
            lent, new() { RunnerSetsTimeouts = true }, TestContext.Current.CancellationToken);

        Assert.Equal(["MIG101 Error public.products.price", "MIG113 Error"], judgement.Rules());
        Assert.Equal(1L, await Server.OneAsync(lent, "SELECT count(*) FROM pg_roles WHERE starts_with(rolname, current_database() || '_')"));
        Assert.Equal("products", await Server.OneAsync(lent, "SELECT tablename::text FROM pg_tables WHERE tableowner = CURRENT_USER"));
    }

    [Fact]
    public async Task A_lender_who_may_make_no_roles_is_told_what_is_missing()
    {
        var failure = await Assert.ThrowsAsync<BadInputException>(async () =>
            await MigrationJudge.JudgeAsync(_folder.With("V1__a", "SELECT 1;").Read(), await LendAsync("CREATEDB"), null, TestContext.Current.CancellationToken));

        Assert.Matches(@"\ASLP3160: The scratch database 'judge_\d+' on .* cannot be given an owner of its own, so that migrations could change what else is on the server: permission denied to create role \(SQLSTATE 42501\)", failure.Message);
        Assert.Contains("let the user of the connection string make roles", failure.Message);
    }

    private async Task OutsideAsync()
    {
        if (await Server.OneAsync(server.Cluster.AdminConnectionString, "SELECT 1 FROM pg_database WHERE datname = 'outside'") is null)
            await server.Cluster.CreateDatabaseAsync("outside", null, TestContext.Current.CancellationToken);
    }

    private async Task<string> LendAsync(string rights)
    {
        var database = new NpgsqlConnectionStringBuilder(await server.DatabaseAsync());
        database.Username = $"{database.Database}_of_the_lender";
        await Server.ExecuteAsync(server.Cluster.AdminConnectionString, $"CREATE ROLE {database.Username} LOGIN {rights} PASSWORD '{database.Password}'; ALTER DATABASE {database.Database} OWNER TO {database.Username}");
        return database.ConnectionString;
    }
}
