using Slipway.Boundaries.Tests.Harness;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Tests.Data;

public class SharedDatabaseTests
{
    [Theory]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "Db": "Host=db.internal;Database=shop;Username=a;Password=b" } }""")]
    [InlineData("src/appsettings.Production.json", """{ "Db": "Server=tcp:DB.internal,1433;Initial Catalog=Shop;User Id=x" }""")]
    [InlineData(".env", "DATABASE_URL=postgres://a:b@db.internal:5432/shop?sslmode=require\n")]
    [InlineData("compose.yaml", "services:\n  x:\n    environment:\n      - ConnectionStrings__Db=Database=shop;Host=db.internal\n")]
    [InlineData("deploy/values.yaml", "db:\n  host: db.internal\n  name: shop\nDB_HOST: db.internal\nDB_NAME: shop\n")]
    [InlineData(".env", "DB_NAME=shop\nDB_HOST=db.internal\n")]
    [InlineData(".env", "ORDERS_DB_HOST=db.internal\nORDERS_DB_NAME=shop\n")]
    [InlineData("settings.json", "{\n  \"dbHost\": \"db.internal\",\n  \"dbName\": \"shop\"\n}")]
    [InlineData("deploy/k8s.yaml", "env:\n- name: DB_NAME\n  value: shop\n- name: DB_HOST\n  value: \"db.internal\"\n")]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "x": { "environmentVariables": { "Db": "jdbc:postgresql://db.internal/shop" } } } }""")]
    public void Two_units_on_one_database_are_found_in_whatever_file_it_stands(string file, string text)
    {
        using var platform = Two()
            .Write("services/billing/appsettings.json", """{ "Db": "Host=db.internal;Port=5432;Database=shop" }""").Write($"services/orders/{file}", text);

        Assert.Equal(["SLW2003 services/billing/appsettings.json", $"SLW2003 services/orders/{file}"], platform.Rules().Order());
    }

    [Theory]
    [InlineData("""{ "Db": "Host=${DB_HOST};Database=${DB}" }""", """{ "Db": "Host=${DB_HOST};Database=${DB}" }""")]
    [InlineData("""{ "Db": "Host=localhost;Database=billing" }""", """{ "Db": "Host=localhost;Database=orders" }""")]
    [InlineData("""{ "Db": "Host=one;Database=shop" }""", """{ "Db": "Host=two;Database=shop" }""")]
    [InlineData("""{ "Db": "Host=localhost;Port=5433;Database=shop" }""", """{ "Db": "Host=localhost;Database=shop" }""")]
    [InlineData("""{ "Db": "Host=localhost;Database=postgres" }""", """{ "Db": "Host=localhost;Database=postgres" }""")]
    [InlineData("""{ "Db": "Host=localhost;Database={{ .Values.db }}" }""", """{ "Db": "Host=localhost;Database={{ .Values.db }}" }""")]
    public void Databases_of_their_own_templates_and_the_servers_own_are_clean(string billing, string orders)
    {
        using var platform = Two().Write("services/billing/appsettings.json", billing).Write("services/orders/appsettings.json", orders);

        Assert.Empty(platform.Rules());
    }

    [Fact]
    public void A_variable_of_Kubernetes_is_told_where_its_value_stands()
    {
        using var platform = Two().Write("services/billing/.env", "DB=postgres://db/shop\n")
            .Write("services/orders/k8s.yaml", "- name: DATABASE_HOST\n  value: db\n- name: DATABASE_NAME\n  value: shop\n");

        Assert.Contains(platform.Check(), finding => finding.StartsWith("services/orders/k8s.yaml(4,10): error SLW2003: 'services/orders' uses the database 'shop' on 'db'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_host_of_an_ingress_is_no_database_server()
    {
        const string Ingress = "kind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n  - host: shop.example.com\n    http:\n      paths:\n      - backend:\n          service:\n            port:\n              name: http\n";
        using var platform = Two().Write("services/billing/ingress.yaml", Ingress).Write("services/orders/ingress.yaml", Ingress);

        Assert.Empty(platform.Rules());
    }

    [Fact]
    public void One_unit_may_name_its_database_twice()
    {
        using var platform = Two().Write("services/orders/src/appsettings.json", """{ "Db": "Host=db;Database=orders" }""").Write("services/orders/migrate/appsettings.json", """{ "Db": "Host=db;Database=orders" }""");

        Assert.Empty(platform.Rules());
    }

    [Fact]
    public void A_database_that_another_unit_declares_its_own_is_foreign_on_any_host()
    {
        using var platform = new SamplePlatform().With("services/orders").With("services/billing", unit => unit with { Database = new Database("postgresql", "ledger") })
            .Write("services/orders/appsettings.json", """{ "Db": "Host=somewhere;Database=ledger" }""");

        Assert.Contains("uses the database 'ledger', which 'services/billing' declares its own", Assert.Single(platform.Check()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=${DB_HOST};Database=ledger", true)]
    [InlineData("Host=db;Database=${DB_NAME:-ledger}", true)]
    [InlineData("postgres://${DB_HOST}/ledger", true)]
    [InlineData("Host=${DB_HOST};Database=${DB_NAME}", false)]
    [InlineData("Host=${DB_HOST};Database=${DB_NAME:-orders}", false)]
    [InlineData("Host=${DB_HOST};Database=ledgerarchive", false)]
    public void A_declared_database_is_foreign_also_where_variables_say_the_rest(string connection, bool isFound)
    {
        using var platform = new SamplePlatform().With("services/orders").With("services/billing", unit => unit with { Database = new Database("postgresql", "ledger") })
            .Write("services/orders/compose.yaml", $"services:\n  x:\n    environment:\n      Db: \"{connection}\"\n").Write("services/billing/.env", "DB=postgres://${DB_HOST}/ledger\n");

        Assert.Equal(isFound ? ["SLW2003 services/orders/compose.yaml"] : [], platform.Rules());
    }

    [Fact]
    public void A_compose_file_of_the_root_says_for_each_service_what_it_uses()
    {
        using var platform = Two().With("services/archive").With("services/billing", unit => unit with { Projects = [unit.Projects[0] with { Name = "Billing.Api" }] }).Write("docker-compose.yml", """
            services:
              db:
                image: postgres
              orders-api:
                build:
                  context: .
                  dockerfile: services/orders/Dockerfile
                environment:
                  - Db=Host=db;Database=shop
              billing.api:
                environment:
                  Db: "Host=db;Database=shop"
              archive:
                environment:
                  Db: "Host=db;Database=archive"
            """);

        var found = platform.Check();

        Assert.Equal(2, found.Length);
        Assert.StartsWith("docker-compose.yml(12,12): error SLW2003: 'services/billing' uses the database 'shop' on 'db', and so does 'services/orders' (docker-compose.yml)", found[0], StringComparison.Ordinal);
        Assert.StartsWith("docker-compose.yml(9,12): error SLW2003: 'services/orders'", found[1], StringComparison.Ordinal);
    }

    private static SamplePlatform Two() => new SamplePlatform().With("services/orders").With("services/billing");
}
