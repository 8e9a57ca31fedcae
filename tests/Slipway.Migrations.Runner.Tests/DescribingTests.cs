using System.Text.Json.Nodes;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class DescribingTests
{
    [Fact]
    public async Task A_bundle_describes_its_model_without_a_database()
    {
        var bundle = await DescribeAsync();

        Assert.Equal((1, "MarkedDb", "Npgsql.EntityFrameworkCore.PostgreSQL"),
            ((int)bundle["format"]!, (string)bundle["context"]!, (string)bundle["provider"]!));
        Assert.Equal("""["spare","stock"]""", bundle["schemas"]!.ToJsonString());
        Assert.Equal("""{"schema":"stock","table":"history"}""", bundle["history"]!.ToJsonString());
        var items = bundle["model"]!["tables"]!.AsArray().Single(table => (string)table!["name"]! == "items")!;
        Assert.Equal(
            """[{"name":"id","type":"integer","nullable":false,"hasDefault":false,"generated":true},{"name":"name","type":"text","nullable":false,"hasDefault":true,"generated":false}]""",
            items["columns"]!.ToJsonString());
        var parts = bundle["model"]!["tables"]!.AsArray().Single(table => (string)table!["name"]! == "parts")!;
        Assert.Equal("""["ItemId"]""", parts["foreignKeys"]![0]!["columns"]!.ToJsonString());
        Assert.Equal(("stock", "items"), ((string)parts["foreignKeys"]![0]!["principalSchema"]!, (string)parts["foreignKeys"]![0]!["principalTable"]!));
    }

    [Fact]
    public async Task Each_operation_stands_with_its_properties_and_with_the_commands_that_the_provider_makes_of_it()
    {
        var up = (await DescribeAsync())["migrations"]![0]!["up"]!;

        Assert.Equal("AddColumnOperation", (string)up[0]!["operation"]!);
        Assert.Equal(("items", true, 20, "System.String"), ((string)up[0]!["properties"]!["table"]!, (bool)up[0]!["properties"]!["isNullable"]!,
            (int)up[0]!["properties"]!["maxLength"]!, (string)up[0]!["properties"]!["clrType"]!));
        Assert.Equal("""ALTER TABLE stock.items ADD name character varying(20);""", (string)up[0]!["commands"]![0]!["sql"]!);
        Assert.Equal((false, true),
            ((bool)up[0]!["commands"]![0]!["suppressTransaction"]!, (bool)up[1]!["commands"]![0]!["suppressTransaction"]!));
    }

    [Fact]
    public async Task A_way_back_that_was_never_written_is_told_from_one_that_refuses_on_purpose()
    {
        var migrations = (await DescribeAsync())["migrations"]!;

        Assert.Equal("DropColumnOperation", (string)migrations[0]!["down"]![0]!["operation"]!);
        Assert.Equal((true, true), (migrations[1]!["down"] is null, migrations[1]!["downThrows"] is null));
        Assert.Equal((true, "NotSupportedException: The text is gone."), (migrations[2]!["down"] is null, (string)migrations[2]!["downThrows"]!));
    }

    [Fact]
    public async Task The_marks_of_a_migration_are_reported_and_expand_is_the_phase_of_one_that_has_none() => Assert.Equal(
        [
            """{"phase":"expand"}""",
            """{"phase":"backfill"}""",
            """{"phase":"contract","stoppedUsing":"stock/v1.4.0","irreversible":"The text is gone."}""",
        ],
        (await DescribeAsync())["migrations"]!.AsArray().Select(migration => migration!["attributes"]!.ToJsonString()));

    [Fact]
    public async Task The_same_bundle_describes_itself_in_the_same_bytes()
    {
        var (one, other) = (await RunAsync(), await RunAsync());

        Assert.Equal(one.Out, other.Out);
        Assert.Equal(3, JsonNode.Parse(one.Out)!["migrations"]!.AsArray().Select(migration => (string)migration!["digest"]!).Distinct().Count());
        Assert.DoesNotContain(AppContext.BaseDirectory, one.Out, StringComparison.Ordinal);
    }

    private static Task<Bundle> RunAsync() => Bundle.RunAsync(text => new MarkedDb(text), ["describe"]);

    private static async Task<JsonNode> DescribeAsync()
    {
        var run = await RunAsync();
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return JsonNode.Parse(run.Out)!;
    }
}
