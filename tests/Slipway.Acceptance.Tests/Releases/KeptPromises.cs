using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Releases;

[Collection<OwnCheckouts>]
public sealed class KeptPromises
{
    private const string View = "services/catalog/src/Catalog/Products/ProductView.cs";
    private const string Event = "packages/contracts/schemas/catalog.price-changed.v1.json";

    [Fact]
    public async Task What_a_release_promised_is_kept_until_a_version_says_otherwise()
    {
        using var platform = await PlatformClone.MakeAsync();
        await Git.AskAsync(platform.Root, "tag", "catalog/v1.0.0");
        await Git.AskAsync(platform.Root, "tag", "contracts/v1.0.0");
        (await platform.RunAloneAsync("--target=Package", "--unit=catalog", "--unit=contracts")).Exits(0);
        Assert.True(File.Exists(Path.Combine(platform.Root, "artifacts/releases/services/catalog/1.0.0/contracts/api/openapi.json")));

        // Nothing has changed, and the release is compared with itself.
        (await platform.RunAloneAsync("--target=Boundaries", "--unit=catalog", "--unit=contracts")).Exits(0);

        using (Plant.Replace(At(platform, View), "    public required string Description { get; init; }\n\n", ""))
        using (Plant.Replace(At(platform, View), "        Description = product.Description,\n", ""))
        {
            Assert.Equal(
                """
                  services/catalog/openapi.json(639,11): error SLW1100: GET /products, POST /products, GET /products/{id}, PUT /products/{id}, PUT /products/{id}/price: response 200: 'description' of an element of 'items' is gone (response-property-removed) at #/components/schemas/ProductView/properties/description, promised in 1.0.0; used by services/assistant (through packages/catalog-sdk), services/ordering (through packages/catalog-sdk), apps/storefront (through packages/catalog-client); as it is, 2.0.0 would be the right version
                    mend: keep what 1.0.0 promised, beside what is new; or write 'nextVersion: 2.0.0' into services/catalog/unit.yaml and mend everyone who is named
                """,
                (await platform.RunAloneAsync("--target=Boundaries", "--unit=catalog")).FailsAlone("services/catalog", "boundaries"));

            using var declared = platform.Append("services/catalog/unit.yaml", "nextVersion: 2.0.0\n");
            Assert.Contains("breaks what 1.0.0 promised, as its version says", (await platform.RunAloneAsync("--target=Boundaries", "--unit=catalog")).Exits(0).Output, StringComparison.Ordinal);
        }

        using (Plant.Replace(At(platform, View), "    public required int Version { get; init; }\n", "    public required int Version { get; init; }\n\n    public string? Colour { get; init; }\n"))
        {
            Assert.Contains(
                "what services/catalog promises has grown since 1.0.0: 1.1.0 would be the right version",
                (await platform.RunAloneAsync("--target=Boundaries", "--unit=catalog")).Exits(0).Output, StringComparison.Ordinal);
        }

        using (Plant.Replace(At(platform, Event), "\"newPrice\", \"currency\"", "\"newPrice\""))
        {
            Assert.StartsWith(
                "  packages/contracts/schemas/catalog.price-changed.v1.json(12,5): error SLW1101: catalog.price-changed.v1: 'currency' of the event is not always there any more (event-property-became-optional)"
                + " at #/properties/currency, promised in 1.0.0; used by services/catalog, services/ordering; as it is, 2.0.0 would be the right version",
                (await platform.RunAloneAsync("--target=Boundaries", "--unit=contracts")).FailsAlone("packages/contracts", "boundaries"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_assemblies_of_a_package_keep_their_public_api_and_a_release_that_was_altered_is_no_measure()
    {
        using var platform = await PlatformClone.MakeAsync();
        var orders = At(platform, "packages/contracts/src/Contracts/OrderPlaced.cs");
        await File.AppendAllTextAsync(orders, "\npublic sealed record OrderMoved;\n", TestContext.Current.CancellationToken);
        await Git.CommitAsync(platform.Root, "Orders move");
        await Git.AskAsync(platform.Root, "tag", "contracts/v0.3.0");
        (await platform.RunAloneAsync("--target=Package", "--unit=contracts")).Exits(0);

        using (Plant.Replace(orders, "public sealed record OrderMoved;", "internal sealed record OrderMoved;"))
        {
            Assert.StartsWith(
                "  packages/contracts/src/Contracts/Contracts.csproj: error SLW1102: Contracts: Type 'Contracts.OrderMoved' is gone [CP0001] (public-api-removed), promised in 0.3.0; used by services/catalog, services/ordering; as it is, 0.4.0 would be the right version",
                (await platform.RunAloneAsync("--target=Boundaries", "--unit=contracts")).FailsAlone("packages/contracts", "boundaries"), StringComparison.Ordinal);
        }

        using var altered = Plant.TurnBit(At(platform, "artifacts/releases/packages/contracts/0.3.0/contracts/events/ordering.order-placed.v1.json"));
        using var change = platform.Append("packages/contracts/src/Contracts/OrderPlaced.cs", "// More.\n");
        Assert.StartsWith(
            "  artifacts/releases/packages/contracts/0.3.0/contracts/events/ordering.order-placed.v1.json: error SLP3151: packages/contracts 0.3.0 says that contracts/events/ordering.order-placed.v1.json is sha256:",
            (await platform.RunAloneAsync("--target=Boundaries", "--unit=contracts")).FailsAlone("packages/contracts", "boundaries"), StringComparison.Ordinal);
    }

    private static string At(PlatformClone platform, string path) => Path.Combine(platform.Root, path);
}
