using Slipway.Migrations.Tests.Harness;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Tests.Judging;

public sealed class PhaseTests(Server server) : IDisposable
{
    private readonly SqlFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_destructive_change_names_the_release_that_reads_it()
    {
        var set = Dropping("");

        var judgement = await server.JudgeAsync(set, new() { LiveReleases = [new("1.3.0", Model("products", "id", "price")), new("1.4.0", Model("products", "id"))] });

        var finding = judgement.Only("MIG101");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("public.products.price", finding.Object);
        Assert.Equal(LockLevel.AccessExclusive, finding.Lock);
        Assert.Equal(
            "services/catalog/migrations/V2__drop.sql(2,1): error MIG101: V2__drop, statement 1: the column 'price' of public.products is dropped: code that still reads or writes it fails "
            + "from this moment on (42703); the live release 1.3.0 reads it (AccessExclusive)",
            finding.ToFinding().ToString());
    }

    [Fact]
    public async Task A_contract_that_names_the_release_passes_when_nothing_older_is_live()
    {
        var judgement = await server.JudgeAsync(Dropping("-- phase: contract\n-- stopped-using: catalog/v1.4.0\n"), new() { LiveReleases = [new("1.4.0"), new("1.5.0")] });

        Assert.True(judgement.Only("MIG101").IsNote());
        Assert.True(judgement.Passes);
    }

    [Fact]
    public async Task A_contract_waits_for_the_last_release_that_is_older()
    {
        var judgement = await server.JudgeAsync(Dropping("-- phase: contract\n-- stopped-using: catalog/v1.4.0\n"), new() { LiveReleases = [new("catalog/v1.3.9"), new("1.4.0")] });

        Assert.Contains("release catalog/v1.3.9 is live, and older than catalog/v1.4.0", judgement.Only("MIG141").Message);
        Assert.False(judgement.Passes);
    }

    [Fact]
    public async Task A_contract_is_refused_when_a_release_reads_what_it_says_nobody_reads()
    {
        var judgement = await server.JudgeAsync(Dropping("-- phase: contract\n-- stopped-using: 1.4.0\n"), new() { LiveReleases = [new("1.5.0", Model("products", "id", "price"))] });

        Assert.Contains("the live release 1.5.0 reads it, although the contract says otherwise", judgement.Only("MIG101").Message);
        Assert.False(judgement.Passes);
    }

    [Theory]
    [InlineData("-- phase: contract\n", "it is a contract, and names no release")]
    [InlineData("-- phase: contract\n-- stopped-using: soon\n", "it is a contract, and 'soon' is no release")]
    public async Task A_contract_names_a_release(string head, string expected)
    {
        var judgement = await server.JudgeAsync(Dropping(head));

        Assert.Contains(expected, judgement.Only("MIG141").Message);
    }

    [Theory]
    [InlineData("ordering/v1.4.0", false)]
    [InlineData("services/ordering/v1.4.0", false)]
    [InlineData("catalog/v1.4.0", true)]
    [InlineData("services/catalog/v1.4.0", true)]
    [InlineData("v1.4.0", true)]
    public async Task A_contract_names_a_release_of_its_own_service(string release, bool isOwn)
    {
        var judgement = await server.JudgeAsync(Dropping($"-- phase: contract\n-- stopped-using: {release}\n"), new() { Service = "catalog" });

        Assert.Equal(isOwn, judgement.Passes);
        if (!isOwn) Assert.Contains($"'{release}' is a release of 'ordering'", judgement.Only("MIG141").Message);
    }

    [Fact]
    public async Task A_backfill_changes_rows_and_nothing_else()
    {
        var set = _folder.With("V1__products", "CREATE TABLE products (id bigint PRIMARY KEY, price int, cents int);")
            .With("V2__fill", "-- phase: backfill\nUPDATE products SET cents = price * 100 WHERE cents IS NULL;")
            .With("V3__more", "-- phase: backfill\nUPDATE products SET cents = 0; ALTER TABLE products ADD COLUMN tax int;").Read();

        var judgement = await server.JudgeAsync(set);

        var finding = judgement.Only("MIG142");
        Assert.Equal(("V3__more", 2), (finding.Migration, finding.StatementNumber));
    }

    [Fact]
    public async Task A_released_migration_is_run_and_no_longer_judged()
    {
        var set = Dropping("");
        var judgement = await server.JudgeAsync(set, new() { Lock = Migrations.Locks.MigrationLock.Empty.With(set, "1.0.0") });

        Assert.Empty(judgement.Told());
        Assert.Equal(2, judgement.Statements.Length);
    }

    [Fact]
    public async Task What_no_release_carries_yet_may_still_be_changed()
    {
        var first = _folder.With("V1__products", "CREATE TABLE products (id bigint PRIMARY KEY, price int);").Read();
        var released = Migrations.Locks.MigrationLock.Empty.With(first, "1.0.0");
        var set = _folder.With("V2__stock", "ALTER TABLE products ADD COLUMN stock int; CREATE TABLE lots (id bigint PRIMARY KEY, size int);")
            .With("V3__again", "ALTER TABLE products DROP COLUMN stock; ALTER TABLE lots DROP COLUMN size; CREATE INDEX ON lots (id);")
            .With("V4__old", "ALTER TABLE products DROP COLUMN price;").Read();

        Assert.Equal(["MIG101 Error public.products.price"], (await server.JudgeAsync(set, new() { Lock = released.With(set) })).Rules());
        Assert.Equal(["MIG101 Error public.products.price"], (await server.JudgeAsync(set, new() { NewestReleasedId = "V1__products" })).Rules());
        Assert.Equal(
            ["MIG101 Error public.products.stock", "MIG101 Error public.lots.size", "MIG110 Error public.lots", "MIG101 Error public.products.price"],
            (await server.JudgeAsync(set)).Rules());
    }

    private MigrationSet Dropping(string head) => _folder.With("V1__products", "CREATE TABLE products (id bigint PRIMARY KEY, price int);")
        .With("V2__drop", $"{head}ALTER TABLE products DROP COLUMN price;").Read();

    private static DescribedModel Model(string table, params string[] columns) => new([new(null, table, [.. columns])]);
}
