using Slipway.Analyzers.Data;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Data;

public class ForeignMappingTests
{
    private const string Relational = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class EntityTypeBuilder
            {
                public EntityTypeBuilder ToTable(string name, string? schema = null) => this;
                public EntityTypeBuilder ToView(string name, string? schema = null) => this;
            }
            public class ModelBuilder
            {
                public EntityTypeBuilder Entity<T>() => new();
                public ModelBuilder HasDefaultSchema(string schema) => this;
                public ModelBuilder HasAnnotation(string annotation, object? value) => this;
                public IMutableModel Model => null!;
            }
            public interface IMutableModel;
            public static class RelationalModelExtensions
            {
                public static void SetDefaultSchema(this IMutableModel model, string? value) { }
                public static void SetViewSchema(this IMutableModel model, string? value) { }
                public static void EnsureSchema(this IMutableModel migration, string name) { }
                public static void DropTable(this IMutableModel migration, string name) { }
                public static void SetComment(this IMutableModel model, string? value) { }
            }
            public sealed class DbFunctionAttribute(string name, string? schema = null) : System.Attribute
            {
                public string Name { get; set; } = name;
                public string? Schema { get; set; } = schema;
            }
        }
        """;

    private static UnitCode<ForeignMappingAnalyzer> Mapped => new UnitCode<ForeignMappingAnalyzer>("services/ordering")
        .Linking("Microsoft.EntityFrameworkCore.Relational", Relational);

    private static UnitCode<ForeignMappingAnalyzer> Code => Mapped.Map("unit services/ordering", "database orders", "schema orders");

    [Fact]
    public Task A_table_of_another_schema_is_refused() => Code
        .Saying(Map("""b.Entity<Row>().ToTable("invoices", {|#0:"billing"|})"""))
        .Expect(0, "'services/ordering' maps to the schema 'billing', which it does not own: a service has a database of its own; ask the owner through its SDK package")
        .IsSo();

    [Theory]
    [InlineData("""b.HasDefaultSchema([|"bill" + "ing"|])""")]
    [InlineData("""b.Entity<Row>().ToView("open", schema: [|Schema|])""")]
    [InlineData("""b.Entity<Row>().ToTable("invoices", [|"ordersarchive"|])""")]
    [InlineData("""b.Model.SetDefaultSchema([|"billing"|])""")]
    [InlineData("""b.HasAnnotation("Relational:Schema", [|"billing"|])""")]
    [InlineData("""b.HasAnnotation("Relational:ViewSchema", [|"billing"|])""")]
    [InlineData("""b.Model.SetViewSchema([|"billing"|])""")]
    [InlineData("""b.Model.EnsureSchema([|"billing"|])""")]
    [InlineData("""b.HasAnnotation(value: [|Schema|], annotation: "Relational:DefaultSchema")""")]
    public Task The_value_counts_and_not_the_spelling(string call) => Code.Saying(Map(call)).IsSo();

    [Fact]
    public Task An_attribute_counts_too() => Code
        .Saying("""[{|#0:System.ComponentModel.DataAnnotations.Schema.Table("invoices", Schema = "billing")|}] class Row;""")
        .Expect(0, "'services/ordering' maps to the schema 'billing', which it does not own: a service has a database of its own; ask the owner through its SDK package")
        .IsSo();

    [Theory]
    [InlineData("""[|Microsoft.EntityFrameworkCore.DbFunction("total", "billing")|]""")]
    [InlineData("""[|Microsoft.EntityFrameworkCore.DbFunction("total", Schema = "billing")|]""")]
    [InlineData("""Microsoft.EntityFrameworkCore.DbFunction("billing")""")]
    [InlineData("""Microsoft.EntityFrameworkCore.DbFunction("total", "orders")""")]
    public Task A_function_of_the_database_counts_too(string attribute) => Code.Saying($"class Functions {{ [{attribute}] static int Total() => 0; }}").IsSo();

    [Theory]
    [InlineData("""b.Entity<Row>().ToTable("billing")""")]
    [InlineData("""b.Model.SetComment("billing")""")]
    [InlineData("""b.Model.EnsureSchema("orders")""")]
    [InlineData("""b.Model.DropTable("billing")""")]
    [InlineData("""b.HasAnnotation("Relational:Comment", "billing")""")]
    [InlineData("""b.HasAnnotation("Relational:Schema", null)""")]
    [InlineData("""b.Entity<Row>().ToTable("rows", "orders")""")]
    [InlineData("""b.Entity<Row>().ToTable("rows", "Ordering")""")]
    [InlineData("""b.Entity<Row>().ToTable("rows", "public")""")]
    [InlineData("""b.Entity<Row>().ToTable("rows", null)""")]
    public Task The_unit_s_own_schemas_and_everybody_s_are_fine(string call) => Code.Saying(Map(call)).IsSo();

    [Fact]
    public Task Without_a_map_nobody_knows_the_schemas() => Mapped.Saying(Map("""b.HasDefaultSchema("billing")""")).IsSo();

    private static string Map(string call) =>
        $"using Microsoft.EntityFrameworkCore; class Row; class Db {{ const string Schema = \"billing\"; void Map(ModelBuilder b) {{ {call}; }} }}";
}
