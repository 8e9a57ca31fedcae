using Slipway.Model.Units;

namespace Slipway.Workspace.Tests.Configuration;

public sealed class UnitFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_a_unit_can_say_reaches_the_model()
    {
        using var repository = new TemporaryRepository(
                ("services/catalog/unit.yaml",
                """
                name: Products
                description: What we sell
                tests:
                  integration: none
                  reason: no database yet
                  flaky: [{ test: 'Shop.Clock.Ticks*', retries: 2, reason: the clock is shared, until: 2027-01-31 }]
                database: { kind: postgresql, name: products_db, migrations: src/sql, schemas: [sales, sales, archive] }
                exposes: { projects: [src/Sdk], packages: [Sdk], namespaces: [Shop.Products] }
                visibility: [ordering]
                allowedEdges:
                  - { to: ordering, reason: until the events are out, until: 2027-01-31 }
                projects: { migrator: [src/Db] }
                """),
                ("services/catalog/evals/answers.yaml", "x: 1"),
                ("services/catalog/evals/answers.baseline.json", "{}"))
            .Project("services/catalog/src/Db/Db.csproj")
            .Project("services/catalog/src/Sdk/Sdk.csproj")
            .Project("services/ordering/Ordering.csproj");

        var unit = (await WorkspaceReader.ReadAsync(repository.Root, Cancel)).Units.Single(unit => unit.Name.Lower == "products");

        Assert.Equal("What we sell", unit.Description);
        Assert.Equal(TestRequirement.Needed, unit.UnitTests);
        Assert.Equal(new(false, "no database yet"), unit.IntegrationTests);
        Assert.Equal(new("Shop.Clock.Ticks*", 2, "the clock is shared", new(2027, 1, 31)), Assert.Single(unit.FlakyTests));
        Assert.Equal(("postgresql", "products_db"), (unit.Database!.Engine, unit.Database.Name));
        Assert.Equal(["sales", "archive"], unit.Database.Schemas);
        Assert.Equal("src/sql", unit.Database.Migrations);
        Assert.Equal(("src/Sdk", "Sdk", "Shop.Products"), (unit.Exposes.Projects.Single(), unit.Exposes.Packages.Single(), unit.Exposes.Namespaces.Single()));
        Assert.Equal([UnitName.Parse("ordering")], unit.Visibility!.Value);
        Assert.Equal(new(UnitName.Parse("ordering"), "until the events are out", new(2027, 1, 31)), Assert.Single(unit.AllowedEdges));
        Assert.Equal(["Sdk"], unit.Projects.Where(project => project.IsExposed).Select(project => project.Name));
        Assert.Equal(ProjectRole.Migrator, unit.Projects.Single(project => project.Name == "Db").Role);
        Assert.Equal(["services/catalog/evals/answers.yaml"], unit.Suites);
    }

    [Fact]
    public async Task What_a_unit_does_not_say_follows_from_its_kind_and_name()
    {
        using var repository = new TemporaryRepository(("services/Shop.Catalog/unit.yaml", "database: { kind: postgresql }"), ("packages/sdk/unit.yaml", "kind: app"))
            .Project("services/Shop.Catalog/Catalog.csproj").Project("packages/sdk/Sdk.csproj");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        Assert.Equal(["services/shop.catalog", "apps/sdk"], platform.Units.Select(unit => unit.Id.ToString()));
        Assert.Equal("shop_catalog", platform.Units[0].Database!.Name);
        Assert.Equal(TestRequirement.Needed, platform.Units[0].IntegrationTests);
        Assert.Equal(new(false, "an app needs none unless its unit.yaml requires them"), platform.Units[1].IntegrationTests);
        Assert.Null(platform.Units[0].Visibility);
    }

    [Fact]
    public async Task Beside_a_web_program_a_plain_one_is_a_tool_unless_the_unit_names_its_entry()
    {
        const string program = "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>";
        using var repository = new TemporaryRepository()
            .Project("services/catalog/Api/Api.csproj", sdk: "Microsoft.NET.Sdk.Web").Project("services/catalog/Seed/Seed.csproj", program);

        var byItself = (await WorkspaceReader.ReadAsync(repository.Root, Cancel)).Units[0].Projects.Select(project => project.Role).ToList();
        repository.Write("services/catalog/unit.yaml", "projects: { entry: [Seed] }");
        var named = (await WorkspaceReader.ReadAsync(repository.Root, Cancel)).Units[0].Projects.Select(project => project.Role).ToList();

        Assert.Equal([ProjectRole.Entry, ProjectRole.Tool], byItself);
        Assert.Equal([ProjectRole.Tool, ProjectRole.Entry], named);
    }

    [Fact]
    public async Task Two_units_cannot_own_one_database()
    {
        using var repository = new TemporaryRepository(
                ("services/catalog/unit.yaml", "database: { kind: postgresql }"),
                ("services/ordering/unit.yaml", "database:\n  kind: postgresql\n  name: catalog\n  schemas: [sales]\n"))
            .Project("services/catalog/Catalog.csproj").Project("services/ordering/Ordering.csproj");

        Assert.Equal(
            """
            services/ordering/unit.yaml(2,3): SLP1032: The database 'catalog' belongs to services/catalog and services/ordering; each service owns its own.
              mend: give this unit a database of its own
            """,
            await BadInput.Of(repository));
    }
}
