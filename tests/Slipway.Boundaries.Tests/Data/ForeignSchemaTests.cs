using Slipway.Boundaries.Tests.Harness;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Tests.Data;

public class ForeignSchemaTests
{
    [Theory]
    [InlineData("select * from billing.invoices")]
    [InlineData("SELECT o.id FROM orders o JOIN \"billing\".\"invoices\" i ON i.id = o.id")]
    [InlineData("insert into\n  [billing].[invoices] values (1)")]
    [InlineData("update ledger.invoices set paid = true")]
    [InlineData("create view mine as select * from billing.dbo.invoices")]
    [InlineData("create materialized view mine as select * from billing.invoices")]
    [InlineData("set search_path to orders, billing")]
    [InlineData("alter role orders set search_path = billing")]
    [InlineData("use billing;\nselect * from invoices")]
    [InlineData("\\connect ledger")]
    [InlineData("select * from orders o, billing.invoices i")]
    [InlineData("set search_path to 'billing'")]
    [InlineData("set schema 'billing'")]
    [InlineData("select set_config('search_path', 'orders, billing', false)")]
    [InlineData("merge into orders.lines using billing.invoices i on true when matched then delete")]
    [InlineData("delete from lines using billing.invoices i where true")]
    [InlineData("lock table billing.invoices")]
    [InlineData("create index i on billing.invoices (id)")]
    [InlineData("create trigger t before insert or update on billing.invoices execute function f()")]
    [InlineData("create policy p on billing.invoices")]
    [InlineData("select billing.total(1), o.id from orders o")]
    [InlineData("select nextval('billing.numbers')")]
    [InlineData("select * from shop.billing.invoices")]
    [InlineData("select * from orders o, lateral billing.open_invoices(o.id)")]
    [InlineData("call billing.close(1)")]
    [InlineData("exec billing.close @id")]
    [InlineData("create function f() returns int as $$ select 1 from billing.invoices $$ language sql")]
    [InlineData("drop schema if exists billing cascade")]
    [InlineData("grant select on billing.invoices")]
    [InlineData("delete billing.invoices where id = 1")]
    [InlineData("insert billing.invoices values (1)")]
    [InlineData("select * from `billing`.`invoices`")]
    [InlineData("select * from (billing.invoices i join orders.lines l on true)")]
    [InlineData("select * from billing/* its */.invoices")]
    [InlineData("select * from billing..invoices")]
    [InlineData("select * from billing.json")]
    [InlineData("select * from lines l join orders o on o.id = l.id, billing.invoices i")]
    [InlineData("do $$\nbegin\n  update billing.invoices set paid = true;\nend $$")]
    public void SQL_that_names_the_schema_of_another_service_is_found(string sql)
    {
        using var platform = Two().Write("services/orders/queries/q.sql", sql);

        Assert.Equal(["SLW2002 services/orders/queries/q.sql"], platform.Rules());
    }

    [Theory]
    [InlineData("select * from orders.lines join public.people on true")]
    [InlineData("select billing.id from orders billing where billing.id = 1")]
    [InlineData("select * from rebilling.x join billingx.y on true")]
    [InlineData("-- select * from billing.invoices\nselect 1")]
    [InlineData("set search_path to orders, public; select use from orders.lines")]
    [InlineData("use orders;")]
    [InlineData("set schema 'orders'; set search_path to 'orders'; select set_config('timezone', 'billing', false)")]
    [InlineData("update lines set schema = 'billing'")]
    [InlineData("select billing.value('(/a)[1]', 'int') from lines")]
    [InlineData("select billing.total from orders o, lines billing join more m on m.id = billing.id")]
    [InlineData("select o.billing.nodes('/a') from orders o where sequence = billing.sequence")]
    [InlineData("create index billing on orders.lines (billing)")]
    [InlineData("insert into lines billing values (1) on duplicate key update billing.a = 1")]
    [InlineData("do $$ begin update orders.lines set billing = true; end $$")]
    [InlineData("select $x$ from billing.invoices $x$ from orders.lines")]
    [InlineData("select nextval('orders.numbers'); lock table orders.lines; call orders.close('billing.x')")]
    [InlineData("/* from billing.invoices */ select 'it''s from billing.invoices'")]
    public void Its_legal_twin_is_clean(string sql)
    {
        using var platform = Two().Write("services/orders/queries/q.sql", sql);

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData("select 1;\n  select * from lines l,\n    \"billing\".\"invoices\" i", 3, 6)]
    [InlineData("do $$\nbegin\n  update billing.invoices set paid = true;\nend $$", 3, 10)]
    [InlineData("select set_config('search_path', 'orders, billing', false)", 1, 43)]
    public void A_finding_says_where_the_schema_stands(string sql, int line, int column)
    {
        using var platform = Two().Write("services/orders/queries/q.sql", sql);

        var finding = Assert.Single(platform.Findings());

        Assert.Equal((line, column), (finding.Line, finding.Column));
    }

    [Theory]
    [InlineData("select * from dblink('host=other', 'select 1') as t(x int)")]
    [InlineData("create extension if not exists postgres_fdw")]
    [InlineData("import foreign schema billing from server s into public")]
    [InlineData("alter table lines add foreign key (id) references billing.invoices (id)")]
    [InlineData("grant select on billing.invoices to orders")]
    [InlineData("grant select on all tables in schema public to billing")]
    [InlineData("create synonym invoices for other")]
    [InlineData("create subscription x connection 'dbname=ledger' publication y")]
    [InlineData("create external data source billing with (location = 'x')")]
    [InlineData("attach database 'billing.db' as billing")]
    public void SQL_that_ties_two_databases_together_is_found(string sql)
    {
        using var platform = Two().Write("services/orders/queries/q.sql", sql);

        Assert.Equal(["SLW2004 services/orders/queries/q.sql"], platform.Rules());
    }

    [Theory]
    [InlineData("""table.ForeignKey("FK", x => x.Id, principalSchema: "billing", principalTable: "invoices");""", "SLW2004")]
    [InlineData("""migrationBuilder.Sql("delete from billing.invoices");""", "SLW2002")]
    public void A_migration_of_EF_Core_is_read_likewise(string code, string rule)
    {
        using var platform = Two().Write("services/orders/src/Migrations/1_First.cs", code);

        Assert.Equal([$"{rule} services/orders/src/Migrations/1_First.cs"], platform.Rules());
    }

    [Fact]
    public void A_comment_of_a_migration_is_none()
    {
        using var platform = Two().Write("services/orders/src/Migrations/1_First.cs", "// Filled from billing.invoices\nclass First;\n    /// <summary>Taken from billing.invoices.</summary>\n");

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData("appsettings.json", """{ "Db": "Host=db;Database=orders;Search Path=billing" }""", "SLW2002 services/orders/appsettings.json")]
    [InlineData(".env", "DATABASE_URL=postgres://db/orders?options=-c%20search_path%3Dbilling\n", "SLW2002 services/orders/.env")]
    [InlineData(".env", "JDBC=jdbc:postgresql://db/orders?currentSchema=billing\n", "SLW2002 services/orders/.env")]
    [InlineData("appsettings.json", """{ "Db": "Host=db;Database=orders;Search Path=orders,public" }""", null)]
    public void A_connection_that_works_in_the_schema_of_another_service_is_found(string file, string text, string? rule)
    {
        using var platform = Two().Write($"services/orders/{file}", text);

        Assert.Equal(rule is null ? [] : [rule], platform.Rules());
    }

    [Fact]
    public void A_schema_belongs_to_the_unit_that_declares_it_whatever_its_name()
    {
        using var platform = Two().Write("services/orders/queries/q.sql", "select * from accounts.people").Write("services/billing/queries/q.sql", "select * from accounts.people");

        Assert.Equal(["SLW2002 services/orders/queries/q.sql"], platform.Rules());
    }

    [Fact]
    public void A_schema_that_two_units_declare_is_foreign_to_neither()
    {
        using var platform = Two().With("services/orders", unit => unit with { Database = new("postgresql", "orders") { Schemas = ["accounts"] } })
            .Write("services/orders/queries/q.sql", "select * from accounts.people").Write("services/billing/queries/q.sql", "select * from accounts.people");

        Assert.Empty(platform.Rules());
    }

    private static SamplePlatform Two() => new SamplePlatform().With("services/orders").With("services/billing", unit => unit with { Database = new Database("postgresql", "ledger") { Schemas = ["accounts"] } });
}
