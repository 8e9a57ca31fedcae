using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class ForeignFileTests
{
    private static UnitCode<ForeignFileAnalyzer> Code => new("services/ordering");

    [Theory]
    [InlineData("None")]
    [InlineData("Content")]
    [InlineData("EmbeddedResource")]
    [InlineData("AdditionalFiles")]
    [InlineData("Protobuf")]
    [InlineData("OpenApiReference")]
    public Task An_item_out_of_another_unit_is_refused(string kind) => Code
        .Fact($"item\t{kind}\t/repo/services/catalog/api.json\t")
        .ExpectAt(1, 1, 1, $"'services/ordering' takes 'services/catalog/api.json' of 'services/catalog' as {kind}: a contract that both need, such as a schema or a proto, lies in a package")
        .IsSo();

    [Fact]
    public Task The_line_that_takes_it_is_shown() => Code
        .WithProjectFile("<Project>\n  <None Include=\"../catalog/**/*.json\" />\n</Project>")
        .Fact("item\tNone\t/repo/services/catalog/api.json\t")
        .ExpectAt(2, 21, 29).IsSo();

    [Fact]
    public Task The_comments_of_a_reference_are_not_told_beside_the_reference() => Code
        .Linking("Catalog", "public class Product;")
        .Fact("item\tAdditionalFiles\t/repo/services/catalog/src/Catalog/bin/Release/net10.0/Catalog.xml\t")
        .IsSo();

    [Fact]
    public Task Files_of_packages_are_there_to_be_taken() => Code.Fact("item\tProtobuf\t/repo/packages/contracts/orders.proto\t").IsSo();

    [Fact]
    public Task Files_of_the_unit_s_other_folders_are_its_own() => Code.Fact("item\tContent\t/repo/services/ordering/prompts/x.md\t").IsSo();

    [Fact]
    public Task Files_from_elsewhere_are_fine() => Code.Fact("item\tNone\t/repo/LICENSE\t", "item\tNone\t/nuget/x/readme.md\t").IsSo();

    [Fact]
    public Task What_is_allowed_for_a_time_is_allowed() => Code
        .Map("unit services/ordering", "allow services/catalog")
        .Fact("item\tNone\t/repo/services/catalog/api.json\t").IsSo();
}
