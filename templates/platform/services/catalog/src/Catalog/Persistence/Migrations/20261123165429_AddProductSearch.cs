using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Catalog.Persistence.Migrations;

public partial class AddProductSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex(
            name: "ix_products_text",
            table: "products",
            columns: ["name", "description"])
            .Annotation("Npgsql:CreatedConcurrently", true)
            .Annotation("Npgsql:IndexMethod", "GIN")
            .Annotation("Npgsql:TsVectorConfig", "simple");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "ix_products_text",
            table: "products");
    }
}
