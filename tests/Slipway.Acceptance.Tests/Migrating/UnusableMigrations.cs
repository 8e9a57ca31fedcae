using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Migrating;

public sealed class UnusableMigrations(ReferencePlatform platform)
{
    private static readonly string[] Catalog = ["--target=Migrations", "--unit=catalog"];

    [Fact]
    public async Task A_malformed_lock_ends_the_run_with_its_place()
    {
        using var plant = platform.Append("services/catalog/migrations.lock", "20270101000000_Next sha256:abc expandd reversible -\n");

        var run = (await platform.RunAsync(Catalog)).Exits(2);

        Assert.Contains("services/catalog/migrations.lock(7,21): ", run.ToString(), StringComparison.Ordinal);
        Assert.Contains("SLP1060", run.ToString(), StringComparison.Ordinal);
        Assert.Contains("did you mean 'expand'?", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_lock_is_an_error_in_continuous_integration_and_a_hint_before_it()
    {
        using var plant = platform.Write("services/catalog/migrations.lock", "");
        const string stale = "migrations.lock does not hold the migrations as they are: 20261123165403_CreateProducts, ";

        Assert.Contains(stale, (await platform.RunAsync(Catalog)).Exits(0).Output, StringComparison.Ordinal);
        var run = await Launcher.RunAsync(Launcher.Environment.SetItem("CI", "true"), [$"--platform={platform.Root}", .. Catalog, "--all-units"]);
        var failure = run.FailsAlone("services/catalog", "migrations");
        Assert.StartsWith("  services/catalog/migrations.lock: error SLP3171: ", failure, StringComparison.Ordinal);
        Assert.Contains("--migrations=write", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_services_cannot_keep_their_history_in_one_database()
    {
        using var plant = platform.Write("services/ordering/unit.yaml", "database:\n  kind: postgresql\n  name: catalog\n");

        var run = (await platform.RunAsync(Catalog)).Exits(2);

        Assert.Contains("services/ordering/unit.yaml(2,3): SLP1032: The database 'catalog' belongs to services/catalog and services/ordering", run.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_that_does_not_load_is_named_with_what_it_printed()
    {
        using var plant = platform.Replace(
            "services/catalog/src/Catalog.Migrate/Program.cs", "connection => CatalogDbFactory.For(connection));", "_ => throw new FileNotFoundException(\"Could not load 'Missing'.\"));");

        var failure = (await platform.RunAsync(Catalog)).FailsAlone("services/catalog", "migrations");

        Assert.StartsWith("  services/catalog/src/Catalog.Migrate/Catalog.Migrate.csproj: error SLP3170: ", failure, StringComparison.Ordinal);
        Assert.Contains("Could not load 'Missing'.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_apart_from_a_bad_migration()
    {
        var environment = Launcher.Environment.SetItem("SLIPWAY_POSTGRES", "Host=127.0.0.1;Port=1;Username=nobody;Password=not-to-be-shown;Timeout=3");

        var run = await Launcher.RunAsync(environment, [$"--platform={platform.Root}", .. Catalog, "--no-replay"]);

        Assert.True(run.ExitCode is 1 or 2, run.ToString());
        Assert.Contains("SLIPWAY_POSTGRES", run.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not-to-be-shown", run.ToString(), StringComparison.Ordinal);
    }
}
