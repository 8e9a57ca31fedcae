namespace Slipway.Boundaries.Tests.Scripts;

public class ManifestTests
{
    [Theory]
    [InlineData("""{ "dependencies": { "b": "file:../../services/billing" } }""")]
    [InlineData("""{ "devDependencies": { "b": "link:../../services/billing" } }""")]
    [InlineData("""{ "optionalDependencies": { "b": "portal:../../services/billing" } }""")]
    [InlineData("""{ "peerDependencies": { "@acme/billing": "workspace:*" } }""")]
    [InlineData("""{ "dependencies": { "b": "npm:@acme/billing@1.0.0" } }""")]
    [InlineData("""{ "overrides": { "x": { "y": "file:../../services/billing" } } }""")]
    [InlineData("""{ "resolutions": { "@acme/billing": "1.0.0" } }""")]
    [InlineData("""{ "pnpm": { "overrides": { "x>@acme/billing": "1.0.0" } } }""")]
    [InlineData("""{ "imports": { "#b": "../../services/billing/x.js" } }""")]
    [InlineData("""{ "dependencies": { "backoffice": "*" } }""")]
    [InlineData("""{ "dependencies": { "b": "git+file:../../services/billing" } }""")]
    [InlineData("""{ "dependencies": { "b": "file:../../services/billing/billing-1.0.0.tgz" } }""")]
    public void A_dependency_on_another_unit_is_found_in_every_group(string manifest)
    {
        using var platform = ImportTests.Store().Write("apps/store/package.json", manifest);

        Assert.Equal(["SLW8002 apps/store/package.json"], platform.Rules());
    }

    [Theory]
    [InlineData("""{ "dependencies": { "@acme/sdk": "workspace:*", "react": "^19.0.0", "s": "file:../../packages/sdk" } }""")]
    [InlineData("""{ "dependencies": { "r": "npm:react@19", "billing": "^1.0.0" }, "imports": { "#x": "./src/x.js" } }""")]
    [InlineData("""{ "scripts": { "x": "node ./scripts/x.js" } }""")]
    public void Its_legal_twin_is_clean(string manifest)
    {
        using var platform = ImportTests.Store().Write("apps/store/package.json", manifest);

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData("""{ "main": "../../services/billing/x.js" }""")]
    [InlineData("""{ "browser": { "./x.js": "../../services/billing/x.js" } }""")]
    [InlineData("""{ "exports": { ".": { "import": "../../services/billing/x.js" } } }""")]
    [InlineData("""{ "types": "../../services/billing/x.d.ts" }""")]
    [InlineData("""{ "eslintConfig": { "extends": ["../../services/billing/eslint.json"] } }""")]
    public void An_entry_that_lies_in_another_unit_is_found(string manifest)
    {
        using var platform = ImportTests.Store().Write("apps/store/package.json", manifest);

        Assert.Equal(["SLW8003 apps/store/package.json"], platform.Rules());
    }

    [Fact]
    public void What_the_graph_shows_is_told_once()
    {
        using var platform = ImportTests.Store().Using("apps/store → services/billing").Write("apps/store/package.json", """{ "dependencies": { "@acme/billing": "*" } }""");

        Assert.Equal(["SLW8002 apps/store/package.json"], platform.Rules());
        Assert.Single(platform.Check());
    }
}
