using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Failing;

public sealed class FailingTests(ReferencePlatform platform)
{
    [Fact]
    public async Task A_failing_unit_test_fails_unit_and_is_shown_last_with_file_and_line()
    {
        using var plant = platform.Replace("packages/contracts/tests/Contracts.Tests/PriceChangedTests.cs", "#/newPrice: NumberTooSmall", "#/newPrice: NumberTooBig");

        var shown = (await platform.RunAsync("--target=Unit", "--unit=contracts")).FailsAlone("packages/contracts", "unit");

        Assert.StartsWith(
            "  packages/contracts/tests/Contracts.Tests/PriceChangedTests.cs(20): "
            + "Contracts.Tests.PriceChangedTests.A_price_below_nothing_and_a_currency_that_is_none_are_refused\n",
            shown, StringComparison.Ordinal);
        Assert.Contains("NumberTooBig", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_unit_test_in_TypeScript_fails_unit_and_is_shown_last_with_file_and_line()
    {
        using var plant = platform.Replace("apps/storefront/tests/basket.test.ts", "expect(new Set([one.key, two.key]).size).toBe(2);", "expect(new Set([one.key, two.key]).size).toBe(3);");

        var shown = (await platform.RunAsync("--target=Unit", "--unit=storefront")).FailsAlone("apps/storefront", "unit");

        Assert.StartsWith("  apps/storefront/tests/basket.test.ts(13): every change of the content gets a key of its own\n", shown, StringComparison.Ordinal);
        Assert.Contains("expected 2 to be 3", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_integration_test_fails_integration_and_is_shown_last_with_file_and_line()
    {
        using var plant = platform.Replace("services/catalog/tests/Catalog.IntegrationTests/HealthTests.cs", "(HttpStatusCode.OK, HttpStatusCode.OK)", "(HttpStatusCode.OK, HttpStatusCode.Gone)");

        var shown = (await platform.RunAsync("--target=Integration", "--unit=catalog")).FailsAlone("services/catalog", "integration");

        Assert.StartsWith(
            "  services/catalog/tests/Catalog.IntegrationTests/HealthTests.cs(9): Catalog.IntegrationTests.HealthTests.A_service_with_its_database_is_ready\n",
            shown, StringComparison.Ordinal);
        Assert.Contains("(OK, Gone)", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_tests_fails_unit_and_is_told_how_to_say_otherwise()
    {
        using var project = platform.Write("services/bare/src/Bare/Bare.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />\n");
        using var program = platform.Write("services/bare/src/Bare/Program.cs", "WebApplication.CreateBuilder(args).Build().Run();\n");

        var run = await platform.RunAsync("--target=Unit", "--unit=bare");

        Assert.Equal(
            "  services/bare: error SLP3002: services/bare has no unit tests, and a unit that nothing tests cannot be released.\n"
            + "    mend: add a test project such as services/bare/tests/bare.Tests, or say in unit.yaml why there is none: tests: { unit: none, reason: … }",
            run.FailsAlone("services/bare", "unit"));
    }
}
