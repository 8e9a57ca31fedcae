using System.Text.RegularExpressions;

namespace Slipway.Templates.Tests;

public sealed partial class UnitTemplateTests(NorthStar star)
{
    private readonly InstantiatedPlatform _platform = star.Platform;

    [Theory]
    [InlineData("service", "services/order-history", "order-history", "OrderHistory")]
    [InlineData("service", "services/payments", "payments", "Payments")]
    [InlineData("app", "apps/admin", "admin", "Admin")]
    [InlineData("package", "packages/money", "money", "Money")]
    public async Task A_unit_has_the_files_of_its_template_under_its_own_names(string template, string folder, string kebab, string pascal)
    {
        var expected = (await Repository.FilesOfAsync(template))
            .Select(file => file.Replace("sample-unit", kebab, StringComparison.Ordinal).Replace("SampleUnit", pascal, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, _platform.Files(folder).Select(file => $"{folder}/{file}"));
    }

    [Theory]
    [InlineData("services/order-history")]
    [InlineData("services/payments")]
    [InlineData("apps/admin")]
    [InlineData("packages/money")]
    public void Nothing_of_the_sample_s_name_is_left(string folder)
    {
        var bearing = _platform.Files(folder).Where(file => Sample.IsMatch(file) || Sample.IsMatch(_platform.Read($"{folder}/{file}")));

        Assert.Empty(bearing);
    }

    [Theory]
    [InlineData("src/OrderHistory/Program.cs", "using OrderHistory.Persistence;")]
    [InlineData("src/OrderHistory/Persistence/OrderHistoryDb.cs", "class OrderHistoryDb(DbContextOptions<OrderHistoryDb> options)")]
    [InlineData("src/OrderHistory/Properties/launchSettings.json", "Database=order_history;")]
    [InlineData("config/production.yaml", "ConnectionStrings__OrderHistory: env:ORDER_HISTORY_DATABASE")]
    [InlineData("openapi.json", "\"title\": \"OrderHistory | v1\"")]
    public void A_name_of_two_words_is_written_as_each_place_wants_it(string file, string text) =>
        Assert.Contains(text, _platform.Read($"services/order-history/{file}"), StringComparison.Ordinal);

    [GeneratedRegex("sample.?unit", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sample { get; }
}
