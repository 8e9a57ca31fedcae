using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Migrating;

/// <summary>A column that one release reads is taken away: at once, and as it should be.</summary>
[Collection<OwnCheckouts>]
public sealed class HarmfulMigrations
{
    private const string Folder = "services/catalog/src/Catalog/Persistence/Migrations/";
    private const string Mapping = "services/catalog/src/Catalog/Products/ProductMapping.cs";
    private const string Drop = "20270201000000_DropNote";
    private const string Mapped = "        builder.Property<string>(\"Note\").HasColumnName(\"note\").HasMaxLength(200).IsRequired().HasDefaultValue(\"\");\n";

    private const string Snapped = """
                        b.Property<string>("Note")
                            .IsRequired()
                            .ValueGeneratedOnAdd()
                            .HasMaxLength(200)
                            .HasColumnType("character varying(200)")
                            .HasDefaultValue("")
                            .HasColumnName("note");


        """;

    private const string Endpoints = "services/catalog/src/Catalog/Products/ProductEndpoints.cs";
    private const string Read = "        var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(product => product.Id == id, cancellation);\n";
    private const string ReadByHand = "        _ = await db.Database.SqlQuery<string>($\"SELECT note AS \\\"Value\\\" FROM products WHERE id = {id}\").ToListAsync(cancellation);\n";

    private const string Before = "                    b.Property<DateTimeOffset>(\"CreatedAt\")\n";

    [Fact]
    public async Task A_column_that_the_last_release_reads_is_not_dropped_until_a_release_did_without_it_in_its_hand_written_sql_too()
    {
        using var platform = await PlatformClone.MakeAsync();
        Change(platform, Mapping, "        builder.HasIndex(product => product.Sku)", $"{Mapped}        builder.HasIndex(product => product.Sku)");
        Change(platform, $"{Folder}CatalogDbModelSnapshot.cs", Before, Snapped.TrimEnd('\n') + "\n\n" + Before);
        Change(platform, "services/catalog/src/Catalog/Catalog.csproj", "    <PackageReference Include=\"Npgsql.E", "    <PackageReference Include=\"Slipway.Migrations.Runner\" />\n    <PackageReference Include=\"Npgsql.E");
        Write(platform, "20270101000000_AddNote", "", "AddColumn<string>(name: \"note\", table: \"products\", type: \"character varying(200)\", maxLength: 200, nullable: false, defaultValue: \"\")", "DropColumn(name: \"note\", table: \"products\")");
        (await platform.RunAloneAsync("--target=Migrations", "--migrations=write", "--unit=catalog")).Exits(0);
        Assert.Contains("nothing was released yet", (await platform.RunAloneAsync("--target=Migrations", "--unit=catalog")).Exits(0).Output, StringComparison.Ordinal);
        await ReleaseAsync(platform, "1.0.0");

        // At once: the code no longer has it, and neither has the database.
        Change(platform, Mapping, Mapped, "");
        Change(platform, $"{Folder}CatalogDbModelSnapshot.cs", Snapped.TrimEnd('\n') + "\n\n", "");
        WriteDrop(platform, "");
        var hasty = (await platform.RunAloneAsync("--target=Migrations", "--unit=catalog")).FailsAlone("services/catalog", "migrations");
        Assert.Contains($"{Folder}{Drop}.cs: error MIG101: ", hasty, StringComparison.Ordinal);
        Assert.Contains("the live release 1.0.0 reads it", hasty, StringComparison.Ordinal);
        Assert.Contains("error SLP3172: public.products.note: the code of services/catalog 1.0.0 could no longer ", hasty, StringComparison.Ordinal);
        Assert.Contains("    mend: expand first and contract later, when 1.0.0 is no longer live; ", hasty, StringComparison.Ordinal);
        Assert.Contains("the integration tests of 1.0.0 were not run: what was found before has to be mended first", hasty, StringComparison.Ordinal);

        // A release whose model does without it, and whose rows get what the column's default says; but somebody has written SQL by hand.
        File.Delete(At(platform, $"{Folder}{Drop}.cs"));
        Change(platform, Endpoints, Read, Read + ReadByHand);
        await ReleaseAsync(platform, "1.1.0");
        Change(platform, Endpoints, ReadByHand, "");

        WriteDrop(platform, "[Slipway.Migrations.Runner.Phases.Contract(StoppedUsing = \"catalog/v1.1.0\")]\n");
        var early = (await platform.RunAloneAsync("--target=Migrations", "--unit=catalog", "--live=catalog/v1.0.0,catalog/v1.1.0")).FailsAlone("services/catalog", "migrations");
        Assert.Contains("the live release 1.0.0 reads it, although the contract says otherwise", early, StringComparison.Ordinal);
        var blind = (await platform.RunAloneAsync("--target=Migrations", "--unit=catalog")).FailsAlone("services/catalog", "migrations");
        Assert.Contains(
            $"{Folder}{Drop}.cs: error SLP3175: Catalog.IntegrationTests.Products.CreatingProductsTests.A_created_product_is_found_at_its_location: "
                + "this test of services/catalog 1.1.0 passes on its own schema and fails on the one that the migrations make (PostgreSQL said 42703: column \"note\" does not exist): ",
            blind, StringComparison.Ordinal);
        Assert.Contains("    mend: keep what the code of 1.1.0 uses, hand-written SQL too, ", blind, StringComparison.Ordinal);
        Assert.DoesNotContain("SLP3176", blind, StringComparison.Ordinal);

        // A release that does without it altogether.
        File.Delete(At(platform, $"{Folder}{Drop}.cs"));
        await ReleaseAsync(platform, "1.2.0");
        WriteDrop(platform, "[Slipway.Migrations.Runner.Phases.Contract(StoppedUsing = \"catalog/v1.2.0\")]\n");
        var passed = (await platform.RunAloneAsync("--target=Migrations", "--unit=catalog")).Exits(0).Output;
        Assert.Contains("1.2.0 was asked whether it works on the new schema", passed, StringComparison.Ordinal);
        Assert.Matches("[1-9][0-9] integration tests of 1\\.2\\.0 passed on the new schema, beside [1-9][0-9] of today's; 2 need a database of their own and were left out", passed);
    }

    private static void WriteDrop(PlatformClone platform, string marks) => Write(
        platform, Drop, marks, "DropColumn(name: \"note\", table: \"products\")",
        "AddColumn<string>(name: \"note\", table: \"products\", type: \"character varying(200)\", maxLength: 200, nullable: false, defaultValue: \"\")");

    private static void Write(PlatformClone platform, string id, string marks, string up, string down) => File.WriteAllText(At(platform, $"{Folder}{id}.cs"), $$"""
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Migrations;

        namespace Catalog.Persistence.Migrations;

        [DbContext(typeof(CatalogDb))]
        [Migration("{{id}}")]
        {{marks}}public partial class {{id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]}} : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.{{up}};

            protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.{{down}};
        }

        """);

    private static async Task ReleaseAsync(PlatformClone platform, string version)
    {
        await Git.CommitAsync(platform.Root, $"Catalog {version}");
        await Git.AskAsync(platform.Root, "tag", $"catalog/v{version}");
        (await platform.RunAloneAsync("--target=Package", "--unit=catalog")).Exits(0);
        Assert.True(Directory.Exists(At(platform, $"artifacts/releases/services/catalog/{version}/migrate")));
        Assert.True(File.Exists(At(platform, $"artifacts/releases/services/catalog/{version}/tests/Catalog.IntegrationTests/Catalog.IntegrationTests.dll")));
    }

    private static void Change(PlatformClone platform, string file, string text, string by)
    {
        var before = File.ReadAllText(At(platform, file));
        var place = before.IndexOf(text, StringComparison.Ordinal);
        Assert.True(place >= 0, $"'{text}' must stand in {file}.");
        File.WriteAllText(At(platform, file), string.Concat(before.AsSpan(0, place), by, before.AsSpan(place + text.Length)));
    }

    private static string At(PlatformClone platform, string path) => Path.Combine(platform.Root, path);
}
