using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Migrating;

/// <summary>A service whose migrations are files of SQL.</summary>
[Collection<OwnCheckouts>]
public sealed class SqlFolders
{
    private const string Folder = "services/catalog/sql";
    private const string Bounds = "SET lock_timeout = '5s';\nSET statement_timeout = '60s';\n";

    [Fact]
    public async Task What_hurts_nobody_passes_and_what_does_is_named_with_its_file_and_line()
    {
        using var repository = await MakeAsync();

        var safe = (await RunAsync(repository)).Exits(0).Output;
        Assert.Contains("nothing was released yet, so no release can be hurt", safe, StringComparison.Ordinal);

        Write(repository, "V3__index_orders.sql", $"{Bounds}-- Fast, and nobody can write meanwhile.\nCREATE INDEX ix_orders_note ON orders (note);\n");
        Write(repository, "V3__index_orders.down.sql", "DROP INDEX ix_orders_note;\n");
        var blocking = (await RunAsync(repository)).FailsAlone("services/catalog", "migrations");
        Assert.StartsWith($"  {Folder}/V3__index_orders.sql(4,1): error MIG110: V3__index_orders, statement 3: ", blocking, StringComparison.Ordinal);

        Write(repository, "V3__index_orders.sql", $"-- no-transaction\n{Bounds}CREATE INDEX CONCURRENTLY ix_orders_note ON orders (note);\n");
        Write(repository, "V3__index_orders.down.sql", "-- no-transaction\nDROP INDEX CONCURRENTLY ix_orders_note;\n");
        (await RunAsync(repository)).Exits(0);
    }

    [Fact]
    public async Task A_schema_that_another_service_declares_is_not_touched()
    {
        using var repository = await MakeAsync();
        Write(repository, "V3__bill.sql", $"{Bounds}CREATE SCHEMA billing;\nCREATE TABLE billing.invoices (id bigint PRIMARY KEY);\n");
        Write(repository, "V3__bill.down.sql", "DROP SCHEMA billing CASCADE;\n");

        var foreign = (await RunAsync(repository)).FailsAlone("services/catalog", "migrations");

        Assert.StartsWith(
            $"  {Folder}/V3__bill.sql(3,1): error MIG113: V3__bill, statement 3: it makes the schema 'billing', which belongs to 'services/ordering'\n", foreign, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_outside_of_its_database_is_told_once()
    {
        using var repository = await MakeAsync();
        Write(repository, "V3__clean.sql", "DROP DATABASE orders_of_last_year;\n");
        Write(repository, "V3__clean.down.sql", "CREATE DATABASE orders_of_last_year;\n");

        var outside = (await RunAsync(repository)).FailsAlone("services/catalog", "migrations");

        Assert.Equal(
            [$"  {Folder}/V3__clean.sql(1,1): error MIG102", $"  {Folder}/V3__clean.sql(1,1): error MIG113"],
            outside.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(": V3", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Writing_the_lock_lets_no_edit_of_what_was_released_pass()
    {
        using var repository = await MakeAsync();
        var file = Path.Combine(repository.Root, "services/catalog/migrations.lock");
        (await RunAsync(repository, "--migrations=write")).Exits(0);
        var released = File.ReadAllText(file).Replace(" reversible -\n", " reversible 1.0.0\n", StringComparison.Ordinal);
        File.WriteAllText(file, released);
        Write(repository, "V2__add_note.sql", $"{Bounds}ALTER TABLE orders ADD COLUMN note varchar(80);\n");
        Write(repository, "V3__add_tax.sql", $"{Bounds}ALTER TABLE orders ADD COLUMN tax int;\n");
        Write(repository, "V3__add_tax.down.sql", "ALTER TABLE orders DROP COLUMN tax;\n");

        var edited = (await RunAsync(repository, "--migrations=write")).FailsAlone("services/catalog", "migrations");

        Assert.StartsWith($"  {Folder}/V2__add_note.sql: error MIG150: V2__add_note: The migration 'V2__add_note' is not what release 1.0.0 carries", edited, StringComparison.Ordinal);
        Assert.Contains("services/catalog/migrations.lock was left as it is", edited, StringComparison.Ordinal);
        Assert.Equal(released, File.ReadAllText(file));

        // What the message of a line that is none says, done: it is taken out, and written anew.
        Write(repository, "V2__add_note.sql", $"{Bounds}ALTER TABLE orders ADD COLUMN note text;\n");
        (await RunAsync(repository, "--migrations=write")).Exits(0);
        var whole = File.ReadAllText(file);
        File.WriteAllText(file, $"{released}V3__add_tax sha256:12 expand reversible -\n");
        Assert.Contains("migrations.lock(5,13): SLP1060: 'sha256:12' is no digest.", (await RunAsync(repository, "--migrations=write")).Exits(2).ToString(), StringComparison.Ordinal);
        File.WriteAllText(file, released);
        (await RunAsync(repository, "--migrations=write")).Exits(0);
        Assert.Equal(whole, File.ReadAllText(file));
    }

    private static async Task<SmallRepository> MakeAsync()
    {
        var repository = await SmallRepository.WithAsync("services/catalog/unit.yaml", "database:\n  kind: postgresql\n  migrations: sql\n");
        Directory.CreateDirectory(Path.Combine(repository.Root, "services/ordering"));
        File.Copy(Path.Combine(repository.Root, "services/catalog/src/Catalog/Catalog.csproj"), Path.Combine(repository.Root, "services/ordering/Ordering.csproj"));
        File.WriteAllText(Path.Combine(repository.Root, "services/ordering/unit.yaml"), "database:\n  kind: postgresql\n  schemas: [billing]\n");
        Directory.CreateDirectory(Path.Combine(repository.Root, Folder));
        Write(repository, "V1__create_orders.sql", $"{Bounds}CREATE TABLE orders (id bigint PRIMARY KEY, placed_at timestamptz NOT NULL);\n");
        Write(repository, "V1__create_orders.down.sql", "DROP TABLE orders;\n");
        Write(repository, "V2__add_note.sql", $"{Bounds}ALTER TABLE orders ADD COLUMN note text;\n");
        Write(repository, "V2__add_note.down.sql", "ALTER TABLE orders DROP COLUMN note;\n");
        await Git.CommitAsync(repository.Root, "Two services");
        return repository;
    }

    private static void Write(SmallRepository repository, string file, string content) => File.WriteAllText(Path.Combine(repository.Root, Folder, file), content);

    private static Task<Run> RunAsync(SmallRepository repository, params string[] more) =>
        Launcher.RunAsync([$"--platform={repository.Root}", "--target=Migrations", "--exclusive", "--unit=catalog", .. more]);
}
