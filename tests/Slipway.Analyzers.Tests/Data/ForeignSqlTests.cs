using Slipway.Analyzers.Data;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Data;

public class ForeignSqlTests
{
    private static UnitCode<ForeignSqlAnalyzer> Code => new UnitCode<ForeignSqlAnalyzer>("services/ordering").Map("unit services/ordering", "database orders", "schema orders");

    [Fact]
    public Task A_query_on_another_schema_is_refused() => Code
        .Saying("""class A { string B = {|#0:"select * from billing.invoices"|}; }""")
        .Expect(0, "This SQL names the schema 'billing', which 'services/ordering' does not own: a service has a database of its own; ask the owner through its SDK package")
        .IsSo();

    [Theory]
    [InlineData("[|\"\"\"\n  -- open ones\n  SELECT i.id FROM orders.lines l\n  JOIN \"billing\" . \"invoices\" i ON i.order = l.order\n  \"\"\"|]")]
    [InlineData("[|$\"select * from billing.invoices where id = {1}\"|]")]
    [InlineData("[|$\"select * from {Schema}.invoices\"|]")]
    [InlineData("[|\"select * from \" + \"billing.invoices\"|]")]
    [InlineData("[|\"select * from \" + Schema + \".invoices\"|]")]
    [InlineData("[|\"insert into billing.invoices values (1)\"|]")]
    [InlineData("[|\"update billing.invoices set paid = true\"|]")]
    [InlineData("[|\"delete from billing.invoices\"|]")]
    [InlineData("[|\"select 1 from orders o, billing.invoices i\"|]")]
    [InlineData("[|\"select 1 where exists (select 1 from billing.invoices) and 1 in (select 2 from x)\"|]")]
    [InlineData("[|\"with open as (select * from billing.invoices) select * from open\"|]")]
    [InlineData("[|\"create view v as select * from billing.invoices\"|]")]
    [InlineData("[|\"alter table x add constraint y foreign key (z) references billing.invoices (id)\"|]")]
    [InlineData("[|\"merge into orders.x using billing.invoices i on true when matched then delete\"|]")]
    [InlineData("[|\"truncate table billing.invoices\"|]")]
    [InlineData("[|\"sel\" + \"ect * from billing.invoices\"|]")]
    [InlineData("[|\"((select * from \\\"billing\\\" . [invoices]))\"|]")]
    [InlineData("[|\"/* all */ explain (analyze, buffers) select 'from x.y', $q$ from z.z $q$ from billing.invoices\"|]")]
    [InlineData("[|\"create or replace materialized view v as select * from only billing.invoices\"|]")]
    [InlineData("[|\"create unique index i on billing.invoices (id)\"|]")]
    [InlineData("[|\"create trigger t before insert on billing.invoices execute function f()\"|]")]
    [InlineData("[|\"select * from orders.lines, billing.invoices\"|]")]
    [InlineData("[|$\"select * from {Table}\"|]")]
    [InlineData("[|\"select * from \" + Table + \" where id = 1\"|]")]
    public Task Every_place_of_a_table_counts(string text) =>
        Code.Saying($"class A {{ const string Schema = \"billing\"; const string Table = \"billing.invoices\"; object B = {text}; }}").IsSo();

    [Theory]
    [InlineData("set search_path to billing")]
    [InlineData("SET LOCAL search_path = 'orders, billing'")]
    [InlineData("set schema 'billing'")]
    [InlineData("select set_config('search_path', 'billing', false)")]
    [InlineData("set nocount on; select * from billing.invoices")]
    [InlineData("use billing;")]
    [InlineData("drop schema if exists billing cascade")]
    [InlineData("alter table orders.lines set schema billing")]
    public Task A_schema_that_stands_by_itself_counts(string sql) => Code.Saying($"class A {{ object B = [|\"{sql}\"|]; }}").IsSo();

    [Theory]
    [InlineData("select billing.open_invoices(1, f(2)) as \\\"Value\\\"")]
    [InlineData("select * from lateral billing.open_invoices()")]
    [InlineData("select nextval('billing.numbers')")]
    [InlineData("insert into orders.lines values (nextval('billing.numbers'))")]
    [InlineData("call billing.close(1)")]
    [InlineData("exec billing.close @id")]
    [InlineData("exec billing.close")]
    public Task A_call_counts(string sql) => Code.Saying($"class A {{ object B = [|\"{sql}\"|]; }}").IsSo();

    [Theory]
    [InlineData("begin; select * from billing.invoices")]
    [InlineData("begin transaction; update billing.invoices set paid = true; commit")]
    [InlineData(";with x as (select 1) select * from billing.invoices")]
    [InlineData("do $q$ begin update billing.invoices set paid = true; end $q$")]
    [InlineData("do language plpgsql $q$ begin insert into billing.invoices values (1); end $q$")]
    [InlineData("create function f() returns int as $q$ select 1 from billing.invoices $q$ language sql")]
    [InlineData("declare @x int = 1; select * from billing.invoices")]
    [InlineData("declare c cursor for select * from billing.invoices")]
    [InlineData("prepare p (int) as select * from billing.invoices")]
    [InlineData("if not exists (select 1 from billing.invoices) select 1")]
    public Task What_stands_before_a_statement_does_not_hide_it(string sql) => Code.Saying($"class A {{ object B = [|\"{sql}\"|]; }}").IsSo();

    [Theory]
    [InlineData("grant select, insert on billing.invoices to orders")]
    [InlineData("grant usage on schema billing to orders")]
    [InlineData("revoke all on table billing.invoices from orders")]
    [InlineData("delete billing.invoices where id = 1")]
    [InlineData("insert billing.invoices values (1)")]
    [InlineData("delete from orders.lines using billing.invoices i where true")]
    [InlineData("drop table orders.lines, billing.invoices")]
    [InlineData("lock table billing.invoices")]
    [InlineData("select * from `billing`.`invoices`")]
    [InlineData("select * from shop.billing.invoices")]
    [InlineData("drop index billing.i")]
    [InlineData("create trigger t after insert or update on billing.invoices execute function f()")]
    public Task Every_dialect_counts(string sql) => Code.Saying($"class A {{ object B = [|\"{sql}\"|]; }}").IsSo();

    [Theory]
    [InlineData("$\"select * from {schema}.invoices\"")]
    [InlineData("$\"select * from shop_{schema}.invoices join orders.lines on true\"")]
    [InlineData("\"select * from \" + schema + \".invoices\"")]
    [InlineData("$\"set search_path to {schema}\"")]
    [InlineData("$\"drop schema {schema} cascade\"")]
    [InlineData("$\"select nextval('{schema}.numbers')\"")]
    public Task What_is_put_in_at_run_time_is_no_schema(string text) => Code.Saying($"class A {{ object B(string schema) => {text}; }}").IsSo();

    [Fact]
    public Task What_is_put_in_at_run_time_hides_nothing_beside_it() =>
        Code.Saying("class A { object B(string table) => [|$\"select * from billing.{table}\"|]; }").IsSo();

    [Fact]
    public Task Bytes_count_too() => Code.Saying("class A { System.ReadOnlySpan<byte> B => [|\"select * from billing.invoices\"u8|]; }").IsSo();

    [Theory]
    [InlineData("select * from orders.lines")]
    [InlineData("select * from lines")]
    [InlineData("select billing.total from orders billing")]
    [InlineData("select * from orders o where o.billing = 'billing.invoices'")]
    [InlineData("select extract(year from o.placed), trim(both from o.name) from orders o")]
    [InlineData("select * from orders o where o.a is distinct from o.b")]
    [InlineData("select * from orders o join lines l on l.id = o.id -- from billing.invoices")]
    [InlineData("select table_name from information_schema.tables")]
    [InlineData("select x from orders o, lateral jsonb_array_elements(o.lines) x")]
    [InlineData("insert into lines values (1) on conflict (id) do update set n = excluded.n")]
    [InlineData("select * from orders for update of o.x")]
    [InlineData("Orders come from billing.invoices")]
    [InlineData("select 'it''s from billing.invoices' from orders")]
    [InlineData("select $x$ from billing.invoices $x$ from orders")]
    [InlineData("select * from orders /* join billing.invoices */")]
    [InlineData("update: see docs from billing.example.com")]
    [InlineData("create an account, then update billing.invoices")]
    [InlineData("billing.invoice.paid")]
    [InlineData("select Shape.STArea() from orders.lines")]
    [InlineData("select o.data.value('(/a)[1]', 'int'), data.value('(/a)[1]', 'int') from orders o")]
    [InlineData("select @shape.STArea()")]
    [InlineData("select orders.total(1)")]
    [InlineData("select nextval('orders.numbers'), nextval('numbers')")]
    [InlineData("set search_path to orders, public, \\\"$user\\\"")]
    [InlineData("set search_path to default")]
    [InlineData("update lines set schema = 'billing'")]
    [InlineData("select o.x from orders o join lines l on schema in (1) where sequence = o.sequence and type = o.type")]
    [InlineData("select index from orders o join lines l on l.id = o.id")]
    [InlineData("alter table orders.lines alter column a type int using lines.a::int")]
    [InlineData("grant usage on schema orders to billing, reporting")]
    [InlineData("grant select on orders.lines to billing")]
    [InlineData("do $q$ declare r record; begin select 1 into r.total from orders.lines; execute r.statement using r.total; end $q$")]
    [InlineData("create trigger t after update of total on orders.lines for each row execute function orders.f()")]
    [InlineData("delete from lines using orders o where o.id = lines.id")]
    [InlineData("call orders.close(1)")]
    [InlineData("Call billing.Close() before you go on")]
    [InlineData("Select item(s) of billing.invoices")]
    [InlineData("Delete billing.invoices")]
    [InlineData("Insert billing.invoices here")]
    [InlineData("Execute billing.close")]
    [InlineData("Use billing")]
    [InlineData("Set schema of billing.invoices")]
    [InlineData("Grant access on billing.invoices to people")]
    [InlineData("Do this: from billing.invoices")]
    [InlineData("Begin with billing.invoices; then go on")]
    [InlineData("If exists, take it from billing.invoices")]
    [InlineData("Prepare billing.invoices as you like")]
    [InlineData("Declare billing.invoices; select one")]
    public Task What_is_no_foreign_table_is_fine(string text) => Code.Saying($"class A {{ object B = \"{text}\"; }}").IsSo();
}
