using System.Collections.Immutable;
using Slipway.Migrations.Tests.Harness;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Tests.Reversal;

public sealed class RoundTripTests(Server server) : IDisposable
{
    private readonly SqlFolder _folder = new SqlFolder().With(
        "V1__products",
        "CREATE TYPE size AS ENUM ('s', 'm'); CREATE TABLE makers (id uuid PRIMARY KEY, name varchar(3) NOT NULL UNIQUE); "
        + "CREATE TABLE products (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, maker_id uuid NOT NULL REFERENCES makers (id), price numeric(10,2) NOT NULL CHECK (price > 0), made timestamptz, size size NOT NULL, tags text[] NOT NULL);",
        "DROP TABLE products; DROP TABLE makers; DROP TYPE size;");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_way_back_that_undoes_all_is_silent() =>
        Assert.Empty(await CheckAsync(_folder.With("V2__stock", "ALTER TABLE products ADD COLUMN stock int NOT NULL DEFAULT 0; CREATE INDEX ON products (stock);", "ALTER TABLE products DROP COLUMN stock;")));

    [Fact]
    public async Task What_the_way_back_leaves_is_shown()
    {
        var finding = Assert.Single(await CheckAsync(_folder.With("V2__stock", "ALTER TABLE products ADD COLUMN stock int; CREATE INDEX products_made ON products (made);", "ALTER TABLE products DROP COLUMN stock;")),
            finding => finding.Message.StartsWith("its way back"));

        Assert.Equal(("MIG153", Severity.Error, "V2__stock"), (finding.Rule, finding.Severity, finding.Migration));
        Assert.Contains("+ CREATE INDEX products_made ON public.products USING btree (made);", finding.Message);
    }

    [Fact]
    public async Task A_way_back_that_fails_on_rows_is_found_by_rows()
    {
        var finding = Assert.Single(await CheckAsync(_folder.With("V2__made", "ALTER TABLE products DROP COLUMN price;", "ALTER TABLE products ADD COLUMN price numeric(10,2) NOT NULL CHECK (price > 0);")));

        Assert.Equal("MIG153", finding.Rule);
        Assert.Contains("it fails on the way down, statement 1: column \"price\" of relation \"products\" contains null values (SQLSTATE 23502)", finding.Message);
    }

    [Fact]
    public async Task Values_that_do_not_come_back_are_a_warning()
    {
        var finding = Assert.Single(await CheckAsync(_folder.With("V2__made", "ALTER TABLE products DROP COLUMN made;", "ALTER TABLE products ADD COLUMN made timestamptz;")));

        Assert.Equal(("MIG132", Severity.Warning, "public.products.made"), (finding.Rule, finding.Severity, finding.Object));
    }

    [Fact]
    public async Task What_is_declared_irreversible_is_a_floor() =>
        Assert.Empty(await CheckAsync(_folder.With("V2__made", "ALTER TABLE products DROP COLUMN made;").With("V3__note", "ALTER TABLE products ADD COLUMN note text;", "ALTER TABLE products DROP COLUMN note;")));

    [Fact]
    public async Task Rows_are_made_by_the_owner_of_the_database_so_that_a_trigger_reaches_nothing_else()
    {
        await CheckAsync(_folder.With(
            "V2__guests",
            "CREATE TABLE guests (id int); CREATE FUNCTION rise() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'CREATE ROLE risen'; RETURN NEW; END $$; "
            + "CREATE TRIGGER rise BEFORE INSERT ON guests FOR EACH ROW EXECUTE FUNCTION rise();",
            "DROP TABLE guests; DROP FUNCTION rise();").With("V3__note", "ALTER TABLE guests ADD COLUMN note text;", "ALTER TABLE guests DROP COLUMN note;"));

        Assert.Null(await Server.OneAsync(server.Cluster.AdminConnectionString, "SELECT 1 FROM pg_roles WHERE rolname = 'risen'"));
    }

    [Fact]
    public async Task Rows_that_a_table_keeps_even_from_its_owner_are_missed_too()
    {
        var finding = Assert.Single(await CheckAsync(_folder.With(
            "V2__hidden",
            "CREATE TABLE hidden (id int NOT NULL, note text NOT NULL); ALTER TABLE hidden ENABLE ROW LEVEL SECURITY; ALTER TABLE hidden FORCE ROW LEVEL SECURITY; CREATE POLICY none ON hidden USING (false);",
            "DROP TABLE hidden;").With("V3__note", "ALTER TABLE hidden DROP COLUMN note;", "ALTER TABLE hidden ADD COLUMN note text NOT NULL DEFAULT '';")), finding => finding.Rule == "MIG132");

        Assert.Equal("public.hidden.note", finding.Object);
    }

    [Fact]
    public async Task A_way_back_that_ends_the_session_is_one_that_fails() => Assert.Contains(
        "it fails on the way down, statement 2: COPY FROM STDIN and COPY TO STDOUT",
        Assert.Single(await CheckAsync(_folder.With("V2__made", "ALTER TABLE products ADD COLUMN note text;", "SELECT 1; COPY products FROM STDIN;"))).Message);

    [Fact]
    public async Task A_way_back_that_fails_when_it_is_committed_fails_at_no_statement() => Assert.Contains(
        "it fails on the way down, at its end: insert or update on table \"products\" violates foreign key constraint",
        Assert.Single(await CheckAsync(_folder
            .With("V2__later", "ALTER TABLE products ALTER CONSTRAINT products_maker_id_fkey DEFERRABLE INITIALLY DEFERRED;")
            .With("V3__made", "SELECT 1;", "UPDATE products SET maker_id = gen_random_uuid(); SELECT 1;"))).Message);

    private Task<ImmutableArray<MigrationFinding>> CheckAsync(SqlFolder folder) => RoundTrip.CheckAsync(folder.Read(), server.Cluster, Server.NewName(), null, null, TestContext.Current.CancellationToken);
}
