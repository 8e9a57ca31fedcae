using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Failing;

public sealed class LintErrors(ReferencePlatform platform)
{
    [Fact]
    public async Task A_needless_using_compiles_and_fails_lint()
    {
        using var plant = platform.Replace("packages/contracts/src/Contracts/PriceChanged.cs", "namespace Contracts;", "using System.Text;\n\nnamespace Contracts;");

        var run = await platform.RunAsync("--target=Lint", "--unit=contracts");

        Assert.StartsWith(
            "  packages/contracts/src/Contracts/PriceChanged.cs(1,1): warning IDE0005: Using directive is unnecessary.",
            run.FailsAlone("packages/contracts", "lint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ESLint_finds_fails_lint()
    {
        using var plant = platform.Append("apps/storefront/src/look/money.ts", "\nconsole.log('paid');\n");

        var run = await platform.RunAsync("--target=Lint", "--unit=storefront");

        Assert.Equal(
            "  apps/storefront/src/look/money.ts(10,1): error no-console: Unexpected console statement.",
            run.FailsAlone("apps/storefront", "lint"));
    }
}
