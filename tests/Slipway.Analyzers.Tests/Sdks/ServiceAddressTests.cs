using Slipway.Analyzers.Sdks;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Sdks;

public class ServiceAddressTests
{
    private static UnitCode<ServiceAddressAnalyzer> Of(string unit) => new UnitCode<ServiceAddressAnalyzer>(unit).Map($"unit {unit}", "service catalog", "service billing");

    [Fact]
    public Task An_app_does_not_address_a_service() => Of("apps/backoffice")
        .Saying("""class A { System.Uri B = new({|#0:"http://catalog/api/products"|}); }""")
        .Expect(0, "'apps/backoffice' addresses the service 'catalog' by 'http://catalog/api/products': an app calls services through their SDK packages only")
        .IsSo();

    [Theory]
    [InlineData("[|\"https+http://Catalog\"|]")]
    [InlineData("[|\"http://catalog:8080/api\"|]")]
    [InlineData("[|\"http://catalog.shop.svc.cluster.local/api\"|]")]
    [InlineData("[|\"http://catalog.internal/api\"|]")]
    [InlineData("[|$\"http://catalog/api/{1}\"|]")]
    [InlineData("[|\"http://\" + Name + \"/api\"|]")]
    [InlineData("[|\"http://catalog/api/\" + System.Environment.MachineName|]")]
    public Task Every_spelling_of_its_host_counts(string text) => Of("apps/backoffice").Saying($"class A {{ const string Name = \"catalog\"; object B = {text}; }}").IsSo();

    [Theory]
    [InlineData("https://catalog.example.com/docs")]
    [InlineData("http://catalogarchive/api")]
    [InlineData("http://localhost/catalog")]
    [InlineData("the catalog is at http://catalog/api")]
    [InlineData("catalog")]
    public Task Other_hosts_are_fine(string text) => Of("apps/backoffice").Saying($"class A {{ object B = \"{text}\"; }}").IsSo();

    [Fact]
    public Task An_SDK_package_knows_where_its_service_is() => Of("packages/catalog-sdk").Saying("class A { object B = \"http://catalog/api\"; }").IsSo();

    [Fact]
    public Task A_test_may_use_any_address() => Of("apps/backoffice").Fact("test\ttrue").Saying("class A { object B = \"http://catalog/api\"; }").IsSo();
}
