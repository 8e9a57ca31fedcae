using Slipway.Migrations.Locks;
using Slipway.Migrations.Tests.Harness;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Tests.Sources;

public sealed class SqlMigrationsTests(Server server) : IDisposable
{
    private readonly SqlFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Versions_order_files_as_numbers()
    {
        var set = _folder.With("V10__j", "SELECT 10;").With("V2__b", "SELECT 2;").With("V2.1__c", "SELECT 2;").With("20261123165403_late", "SELECT 3;").Read();

        Assert.Equal(["V2__b", "V2.1__c", "V10__j", "20261123165403_late"], set.Migrations.Select(migration => migration.Id));
    }

    [Fact]
    public void The_head_of_a_file_says_what_it_is_for()
    {
        var migration = _folder.Bare("V1__a.sql", "-- Anything: people write\n-- phase: contract\n-- stopped-using: catalog/v1.4.0\n-- irreversible: the rows are gone\n-- no-transaction\nSELECT 1;").Read().Migrations[0];

        Assert.Equal((MigrationPhase.Contract, "catalog/v1.4.0", "the rows are gone", false), (migration.Phase, migration.StoppedUsing, migration.IrreversibleReason, migration.Reversible));
        Assert.True(migration.Up[0].Commands[0].SuppressTransaction);
    }

    [Theory]
    [InlineData("later.sql", "SELECT 1;", "(1,1): SLP1063: The name of this file has no place in the order.")]
    [InlineData("V1__a.sql", "-- phase: remove\nSELECT 1;", "(1,1): SLP1063: 'remove' is no phase.\n  mend: write expand, backfill or contract")]
    [InlineData("V1__a.sql", "-- x\n-- irreversable: why\nSELECT 1;", "(2,1): SLP1063: The header 'irreversable' means nothing here.\n  mend: did you mean 'irreversible'?")]
    [InlineData("V1__a.down.sql", "SELECT 1;", "(1,1): SLP1063: This is a way back, and there is no way forward of this name beside it.")]
    [InlineData("V1__a.sql", "SELECT 1;\nSELECT '\0';", "(2,9): SLP1063: A NUL stands here, and PostgreSQL takes none.")]
    public void A_file_that_means_nothing_is_an_error(string file, string text, string expected)
    {
        var failure = Assert.Throws<BadInputException>(_folder.Bare(file, text).Read);

        Assert.StartsWith($"services/catalog/migrations/{file}{expected}", failure.Message);
    }

    [Fact]
    public void Two_files_of_one_version_are_an_error() =>
        Assert.Contains("'V01__b' has the same version", Assert.Throws<BadInputException>(_folder.With("V1__a", "SELECT 1;").With("V01__b", "SELECT 1;").Read).Message);

    [Theory]
    [InlineData("1.0.0")]
    [InlineData(null)]
    public void Of_two_files_of_one_version_the_one_that_came_later_is_the_mistake(string? release)
    {
        var locked = MigrationLock.Empty.With(_folder.With("V2__totals", "SELECT 1;").Read(), release);

        var failure = Assert.Throws<BadInputException>(() => _folder.With("V2__audit", "SELECT 1;").With("V2__zones", "SELECT 1;").Read(locked));

        Assert.Equal(
            [("services/catalog/migrations/V2__audit.sql", "'V2__totals' has the same version, so that their order is nobody's decision."), ("services/catalog/migrations/V2__zones.sql", "'V2__totals' has the same version, so that their order is nobody's decision.")],
            failure.Problems.Select(problem => (problem.File, problem.Message)));
    }

    [Fact]
    public async Task Statements_are_told_apart_as_PostgreSQL_does()
    {
        var set = _folder.With("V1__a", """
            CREATE TABLE a (id int, note text DEFAULT 'x;y''z;'); /* ; /* nested ; */ */
            CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $body$ BEGIN PERFORM 1; RETURN 2; END $body$;
            CREATE FUNCTION g(v int) RETURNS int BEGIN ATOMIC; SELECT CASE WHEN v > 1 THEN 1 ELSE 2 END; SELECT 3; END;
            INSERT INTO a (id, note) VALUES (1, E'it\'s; so'); -- no; statement
            COMMENT ON TABLE a IS $$a;b$$
            """).Read();

        var judgement = await server.JudgeAsync(set);

        Assert.Empty(judgement.Told());
        Assert.Equal(["CREATE TABLE", "CREATE FUNCT", "CREATE FUNCT", "INSERT INTO ", "COMMENT ON T"], judgement.Statements.Select(statement => statement.Statement[..12]));
    }
}
