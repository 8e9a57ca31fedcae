using Slipway.Migrations.Tests.Harness;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Tests.Operations;

/// <summary>What a bundle describes, judged without a database and with one.</summary>
public sealed class OperationTests(Server server)
{
    private const string Products = """
        {"id": "20260101000000_Products", "digest": "{digest}", "attributes": {"phase": "expand", "irreversible": "a test"}, "down": null, "up": [
          {"operation": "CreateTableOperation", "properties": {"name": "products"}, "commands": [{"sql": "CREATE TABLE products (id bigint PRIMARY KEY, name text, price int NOT NULL);"}]}]}
        """;

    [Theory]
    [InlineData("DropColumnOperation", """{"table": "products", "name": "name"}""", "ALTER TABLE products DROP COLUMN name;", "MIG101 Error public.products.name")]
    [InlineData("DropTableOperation", """{"name": "products"}""", "DROP TABLE products;", "MIG102 Error public.products")]
    [InlineData("RenameColumnOperation", """{"table": "products", "name": "name", "newName": "title"}""", "ALTER TABLE products RENAME COLUMN name TO title;", "MIG103 Error public.products.name")]
    [InlineData("RenameTableOperation", """{"name": "products", "newName": "goods"}""", "ALTER TABLE products RENAME TO goods;", "MIG104 Error public.products")]
    [InlineData("AlterColumnOperation", """{"table": "products", "name": "price", "columnType": "bigint", "isNullable": false, "oldColumn": {"columnType": "integer", "isNullable": false}}""", "ALTER TABLE products ALTER COLUMN price TYPE bigint;", "MIG105 Error public.products.price", "MIG106 Warning public.products.price")]
    [InlineData("AlterColumnOperation", """{"table": "products", "name": "name", "columnType": "text", "isNullable": false, "oldColumn": {"columnType": "text", "isNullable": true}}""", "ALTER TABLE products ALTER COLUMN name SET NOT NULL;", "MIG107 Error public.products.name")]
    [InlineData("AddColumnOperation", """{"table": "products", "name": "code", "isNullable": false}""", "ALTER TABLE products ADD code text NOT NULL;", "MIG109 Error public.products.code")]
    [InlineData("AddColumnOperation", """{"table": "products", "name": "code", "isNullable": false, "defaultValue": ""}""", "ALTER TABLE products ADD code text NOT NULL DEFAULT '';")]
    [InlineData("CreateIndexOperation", """{"table": "products", "name": "ix", "columns": ["name"]}""", "CREATE INDEX ix ON products (name);", "MIG110 Error public.products")]
    [InlineData("AddUniqueConstraintOperation", """{"table": "products", "name": "ux", "columns": ["name"]}""", "ALTER TABLE products ADD CONSTRAINT ux UNIQUE (name);", "MIG114 Error public.products.ux")]
    public async Task Two_sources_come_to_one_verdict(string operation, string properties, string sql, params string[] expected)
    {
        var set = Set($$"""{"operation": "{{operation}}", "properties": {{properties}}, "commands": [{"sql": "{{sql}}"}]}""");

        Assert.Equal(expected, MigrationJudge.JudgeOperations(set).Rules());
        Assert.Equal(expected, (await server.JudgeAsync(set)).Rules());
    }

    [Fact]
    public async Task SQL_that_people_wrote_is_a_note_until_it_is_run()
    {
        var set = Set("""{"operation": "SqlOperation", "properties": {"sql": "TRUNCATE products"}, "commands": [{"sql": "TRUNCATE products"}]}""");

        Assert.Equal(["MIG120 Note", "MIG121 Error"], MigrationJudge.JudgeOperations(set).Rules());
        Assert.Equal(["MIG102 Error public.products", "MIG121 Error"], (await server.JudgeAsync(set)).Rules());
    }

    [Fact]
    public async Task A_concurrent_index_beside_other_operations_can_stay_when_they_fail()
    {
        var set = Set("""
            {"operation": "AddColumnOperation", "properties": {"table": "products", "name": "code", "isNullable": true}, "commands": [{"sql": "ALTER TABLE products ADD code text;"}]},
            {"operation": "CreateIndexOperation", "properties": {"table": "products", "name": "ix", "annotations": {"Npgsql:CreatedConcurrently": true}}, "commands": [{"sql": "CREATE INDEX CONCURRENTLY ix ON products (code);", "suppressTransaction": true}]}
            """);

        Assert.Equal(["MIG122 Error"], MigrationJudge.JudgeOperations(set).Rules());
        Assert.Equal(["MIG122 Error"], (await server.JudgeAsync(set)).Rules());
    }

    [Theory]
    [InlineData("\"down\": null", "MIG130 Error")]
    [InlineData("\"down\": null, \"downThrows\": \"NotSupportedException: no\"", "MIG131 Error")]
    [InlineData("\"down\": null, \"attributes\": {\"irreversible\": \"\"}", "MIG131 Error")]
    [InlineData("\"down\": null, \"attributes\": {\"irreversible\": \"the rows are gone\"}", "MIG131 Note")]
    [InlineData("\"down\": [{\"operation\": \"SqlOperation\", \"commands\": [{\"sql\": \"DROP TABLE t;\"}]}]", null)]
    public void The_way_back_is_there_or_its_absence_has_a_reason(string members, string? expected)
    {
        var set = MigrationSet.Read($$"""{"format": 1, "context": "Db", "migrations": [{"id": "1", "digest": "{{Digest.Of("x")}}", "up": [{"operation": "CreateTableOperation", "properties": {"name": "t"}, "commands": [{"sql": "CREATE TABLE t ();"}]}], {{members}}}]}""");

        Assert.Equal(expected is null ? [] : [expected], MigrationJudge.JudgeOperations(set).Findings.Select(finding => $"{finding.Rule} {finding.Severity}"));
    }

    [Fact]
    public void A_model_that_no_migration_makes_is_an_error()
    {
        var set = MigrationSet.Read("""{"format": 1, "context": "CatalogDb", "pendingModelChanges": true, "migrations": []}""");

        Assert.Equal("error MIG152: the model of CatalogDb has changes that no migration makes: the code would ask for what no database has", Assert.Single(MigrationJudge.JudgeOperations(set).Told()));
    }

    [Fact]
    public async Task Migrations_for_another_database_are_judged_by_operations_only()
    {
        var set = MigrationSet.Read("""{"format": 1, "context": "NotesDb", "provider": "Microsoft.EntityFrameworkCore.Sqlite", "migrations": []}""");

        var failure = await Assert.ThrowsAsync<BadInputException>(() => server.JudgeAsync(set));

        Assert.StartsWith("SLP3162: The migrations of NotesDb are written for Microsoft.EntityFrameworkCore.Sqlite", failure.Message);
        Assert.True(MigrationJudge.JudgeOperations(set).Passes);
    }

    [Theory]
    [InlineData("{", "bundle(1,2): SLP1062: What the migration bundle says of itself cannot be read: it is not JSON")]
    [InlineData("""{"format": 2, "migrations": []}""", "bundle: SLP1062: What the migration bundle says of itself cannot be read: its format is 2, and this program reads 1")]
    [InlineData("""{"format": 1, "migrations": [{"id": "a", "digest": "no", "up": []}]}""", "bundle: SLP1062: What the migration bundle says of itself cannot be read: at $.migrations[0]: 'no' is not a digest")]
    public void A_document_that_is_none_names_what_is_wrong(string json, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<BadInputException>(() => MigrationSet.Read(json, "bundle")).Message);

    private static MigrationSet Set(string operations) => MigrationSet.Read($$"""
        {"format": 1, "context": "CatalogDb", "provider": "Npgsql.EntityFrameworkCore.PostgreSQL", "schemas": ["public"], "history": {"schema": null, "table": "__EFMigrationsHistory"}, "migrations": [
          {{Products.Replace("{digest}", Digest.Of("1").ToString())}},
          {"id": "20260102000000_Change", "digest": "{{Digest.Of("2")}}", "attributes": {"irreversible": "a test"}, "down": null, "up": [{{operations}}]}]}
        """);
}
