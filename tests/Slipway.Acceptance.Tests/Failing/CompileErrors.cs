using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Failing;

public sealed class CompileErrors(ReferencePlatform platform)
{
    [Fact]
    public async Task A_compile_error_fails_typecheck_and_is_shown_last_with_file_and_line()
    {
        using var plant = platform.Replace("packages/contracts/src/Contracts/PriceChanged.cs", "decimal OldPrice", "decimale OldPrice");

        var run = await platform.RunAsync("--target=Typecheck", "--unit=contracts");

        Assert.StartsWith(
            "  packages/contracts/src/Contracts/PriceChanged.cs(10,21): error CS0246: The type or namespace name 'decimale' could not be found",
            run.FailsAlone("packages/contracts", "typecheck"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_error_in_TypeScript_fails_typecheck_and_is_shown_last_with_file_and_line()
    {
        using var plant = platform.Append("apps/storefront/src/look/money.ts", "\nexport const free: Money = { amount: 'nothing', currency: 'EUR' };\n");

        var run = await platform.RunAsync("--target=Typecheck", "--unit=storefront");

        Assert.Equal(
            "  apps/storefront/src/look/money.ts(10,30): error TS2322: Type 'string' is not assignable to type 'number'.",
            run.FailsAlone("apps/storefront", "typecheck"));
    }
}
