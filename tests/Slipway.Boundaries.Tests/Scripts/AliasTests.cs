namespace Slipway.Boundaries.Tests.Scripts;

public class AliasTests
{
    [Theory]
    [InlineData("tsconfig.json", """{ "compilerOptions": { "paths": { "@b/*": ["../../services/billing/*"] } } }""")]
    [InlineData("tsconfig.app.json", """{ "compilerOptions": { "baseUrl": "../..", "paths": { "@b/*": ["services/billing/*"] } } }""")]
    [InlineData("tsconfig.json", """{ "references": [{ "path": "../../services/billing" }] }""")]
    [InlineData("tsconfig.json", """{ "include": ["src", "../../services/billing/src"] }""")]
    [InlineData("tsconfig.json", """{ "extends": ["../../services/billing/tsconfig.json"] }""")]
    [InlineData("vite.config.ts", "export default { resolve: { alias: { '@b': path.resolve(__dirname, '../../services/billing/src') } } }")]
    [InlineData("vite.config.ts", "const b = path.join(__dirname, '..', '..', 'services', 'billing')")]
    [InlineData("webpack.config.js", "module.exports = { resolve: { alias: { b: require('path').resolve('../../services/billing') } } }")]
    [InlineData("codegen.ts", "export default { schema: '../../services/billing/schema.graphql' }")]
    [InlineData("orval.config.ts", "export default { billing: { input: '../../services/billing/api.yaml' } }")]
    [InlineData("package.json", """{ "jest": { "moduleNameMapper": { "^@b/(.*)$": "<rootDir>/../../services/billing/$1" } } }""")]
    [InlineData("jest.config.js", "module.exports = { moduleNameMapper: { '^@b/(.*)$': '<rootDir>/../../services/billing/$1' } }")]
    [InlineData("tsconfig.json", """{ "compilerOptions": { "paths": { "@s/*": ["../../services/*"] } } }""")]
    [InlineData("tsconfig.json", """{ "include": ["src", "../../services/*/src"] }""")]
    [InlineData("vite.config.ts", "export default { resolve: { alias: { '@s': path.resolve(__dirname, '../../services') } } }")]
    public void A_configuration_that_leads_into_another_unit_is_found(string file, string text)
    {
        using var platform = ImportTests.Store().Write($"apps/store/{file}", text);

        Assert.Equal([$"SLW8003 apps/store/{file}"], platform.Rules());
    }

    [Theory]
    [InlineData("tsconfig.json", """{ "extends": "../../tsconfig.base.json", "include": ["src"], "compilerOptions": { "paths": { "@/*": ["./src/*"], "@acme/sdk": ["../../packages/sdk/src"] } } }""")]
    [InlineData("vite.config.ts", "export default { resolve: { alias: { '@': path.resolve(__dirname, 'src') } }, server: { fs: { allow: ['../..'] } } }")]
    [InlineData("jest.config.js", "module.exports = { moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' } } // ../../services/billing")]
    public void Its_legal_twin_is_clean(string file, string text)
    {
        using var platform = ImportTests.Store().Write($"apps/store/{file}", text);

        Assert.Empty(platform.Rules());
    }
}
