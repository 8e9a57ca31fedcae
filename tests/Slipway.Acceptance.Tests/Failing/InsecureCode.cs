using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Failing;

public sealed class InsecureCode(ReferencePlatform platform)
{
    [Fact]
    public async Task A_planted_secret_fails_security_and_is_not_repeated()
    {
        // Put together here, so that no scanner takes this file for a leak.
        const string Secret = "ghp_" + "Zx9Kp2Lm7Qw4Er8Ty1Ui5Op3As6Df0GhJkXc";
        using var plant = platform.Append("packages/contracts/README.md", $"\nUse {Secret} to read the schemas.\n");

        var run = await platform.RunAsync("--target=Security", "--unit=contracts");

        var lines = File.ReadAllLines(platform["packages/contracts/README.md"]).Length;
        Assert.StartsWith(
            $"  packages/contracts/README.md({lines},5): error SLW4002: a GitHub token (",
            run.FailsAlone("packages/contracts", "security"), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planted_SQL_injection_fails_security_with_file_and_line()
    {
        using var plant = platform.Write("services/catalog/src/Catalog/Products/ProductRemoval.cs", """
            using Catalog.Persistence;
            using Microsoft.EntityFrameworkCore;

            namespace Catalog.Products;

            internal static class ProductRemoval
            {
                public static void MapRemoval(this IEndpointRouteBuilder routes) =>
                    routes.MapDelete("/products", (string name, CatalogDb db) =>
                        db.Database.ExecuteSqlRawAsync("delete from products where name = '" + name + "'"));
            }

            """);

        var run = await platform.RunAsync("--target=Security", "--unit=catalog");

        Assert.StartsWith(
            "  services/catalog/src/Catalog/Products/ProductRemoval.cs(10,",
            run.FailsAlone("services/catalog", "security"), StringComparison.Ordinal);
    }
}
