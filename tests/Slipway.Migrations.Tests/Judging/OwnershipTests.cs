using System.Collections.Immutable;
using Slipway.Migrations.Tests.Harness;

namespace Slipway.Migrations.Tests.Judging;

public sealed class OwnershipTests(Server server) : IDisposable
{
    private static readonly JudgeOptions _options = new() { ForeignNames = ImmutableDictionary<string, string>.Empty.Add("ordering", "services/ordering") };
    private readonly SqlFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE ordering.orders SET id = 1;", "it changes ordering.orders, which belongs to 'services/ordering'")]
    [InlineData("CREATE TABLE copies AS SELECT * FROM ordering.orders;", "it reads ordering.orders, which belongs to 'services/ordering'")]
    [InlineData("CREATE TABLE lines (order_id bigint REFERENCES ordering.orders (id));", "it refers to ordering.orders, which belongs to 'services/ordering'")]
    [InlineData("DO $$ BEGIN EXECUTE 'DELETE FROM ' || 'order' || 'ing.orders'; END $$;", "it changes ordering.orders, which belongs to 'services/ordering'")]
    [InlineData("CREATE SCHEMA ordering;", "it makes the schema 'ordering', which belongs to 'services/ordering'")]
    [InlineData("DROP DATABASE ordering;", "it names 'ordering', which belongs to 'services/ordering'")]
    [InlineData("CREATE EXTENSION postgres_fdw;", "it touches the extension 'postgres_fdw', which is not this service's alone: it leads out of its database")]
    public async Task What_belongs_to_another_service_is_left_alone(string sql, string expected)
    {
        var judgement = await server.JudgeAsync(_folder.With("V1__other", sql).Read(), _options);

        Assert.Contains(judgement.Findings, finding => finding.Rule == "MIG113" && finding.Message == expected);
    }

    [Fact]
    public async Task Its_own_schemas_are_nobody_elses_matter()
    {
        var judgement = await server.JudgeAsync(_folder.With("V1__own", "CREATE SCHEMA catalog; CREATE TABLE catalog.products (id bigint PRIMARY KEY);").Read(), _options);

        Assert.Empty(judgement.Told());
    }
}
