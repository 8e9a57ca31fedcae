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
    public Task What_is_no_foreign_table_is_fine(string text) => Code.Saying($"class A {{ object B = \"{text}\"; }}").IsSo();
}
