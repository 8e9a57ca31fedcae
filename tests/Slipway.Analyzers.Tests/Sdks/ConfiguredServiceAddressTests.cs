using Slipway.Analyzers.Sdks;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Sdks;

public class ConfiguredServiceAddressTests
{
    private const string Configuration = "namespace Microsoft.Extensions.Configuration; public interface IConfiguration { string? this[string key] { get; } IConfiguration GetSection(string key); }";

    private static UnitCode<ConfiguredServiceAddressAnalyzer> Code => new UnitCode<ConfiguredServiceAddressAnalyzer>("apps/backoffice")
        .Map("unit apps/backoffice", "service catalog", "service price-list")
        .Linking("Microsoft.Extensions.Configuration.Abstractions", Configuration)
        .Linking("CatalogSdk", Stamped.As("packages/catalog-sdk", "namespace CatalogSdk; public static class Sdk { public static void AddCatalog(object section) { } }"));

    [Fact]
    public Task A_service_s_address_is_not_read() => Code
        .Saying(Reading("""object? url = c[{|#0:"Services:Catalog:Url"|}]"""))
        .Expect(0, "'apps/backoffice' reads the address of the service 'catalog' from 'Services:Catalog:Url': let the SDK package of 'catalog' read it")
        .IsSo();

    [Theory]
    [InlineData("""object? url = c.GetSection([|"PriceList:Endpoint"|])""")]
    [InlineData("""object? url = System.Environment.GetEnvironmentVariable([|"services__catalog__http__0"|])""")]
    public Task Every_way_to_read_it_counts(string statement) => Code.Saying(Reading(statement)).IsSo();

    [Theory]
    [InlineData("""CatalogSdk.Sdk.AddCatalog(c.GetSection("Services:Catalog"))""")]
    [InlineData("""object? size = c["Catalog:PageSize"]""")]
    [InlineData("""object? url = c["Services:CatalogArchive:Url"]""")]
    [InlineData("""object? url = c["Payments:Url"]""")]
    public Task Handing_it_to_the_package_and_other_keys_are_fine(string statement) => Code.Saying(Reading(statement)).IsSo();

    private static string Reading(string statement) => $"class A {{ void B(Microsoft.Extensions.Configuration.IConfiguration c) {{ {statement}; }} }}";
}
